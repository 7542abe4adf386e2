package org.hehuo.partners;

enum PartnerState {
    ACTIVE,
    SUSPENDED,
    LEFT
}
