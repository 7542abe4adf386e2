package org.hehuo.reassignments;

enum ReassignmentState {
    PROPOSED,
    COMPLETED,
    DECLINED,
    WITHDRAWN,
    EXPIRED
}
