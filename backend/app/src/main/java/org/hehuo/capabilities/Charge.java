package org.hehuo.capabilities;

/** What it costs who takes it. */
public enum Charge {
    FREE,
    AT_COST
}
