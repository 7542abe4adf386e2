package org.hehuo.applications;

enum PartnerApplicationState {
    SUBMITTED,
    UNDER_REVIEW,
    RETURNED,
    APPROVED,
    REJECTED,
    WITHDRAWN
}
