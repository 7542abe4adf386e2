package org.hehuo.matching;

/** Where in its life an invitation is. */
enum InvitationState {
    SENT,
    ACCEPTED,
    DECLINED,
    WITHDRAWN,
    EXPIRED
}
