package org.hehuo.capabilities;

/** Where in its life a capability is. */
public enum CapabilityState {
    ACTIVE,
    PAUSED,
    RETIRED
}
