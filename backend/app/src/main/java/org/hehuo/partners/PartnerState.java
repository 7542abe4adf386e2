package org.hehuo.partners;

public enum PartnerState {
    ACTIVE,
    SUSPENDED,
    LEFT
}
