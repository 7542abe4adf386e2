package org.hehuo.claims;

/** Where in its life a claim is. */
public enum ClaimState {
    SUBMITTED,
    CONFIRMED,
    WAITLISTED,
    FULFILLED,
    REJECTED,
    WITHDRAWN,
    LAPSED
}
