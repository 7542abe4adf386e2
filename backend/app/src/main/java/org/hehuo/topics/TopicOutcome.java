package org.hehuo.topics;

/** How a topic ended. */
public enum TopicOutcome {
    SOLVED,
    PARTLY_SOLVED,
    ANSWERED,
    NOT_FEASIBLE
}
