package org.hehuo.topics;

/** Where in its life a topic is. */
public enum TopicState {
    OPEN,
    ACCEPTED,
    IN_PROGRESS,
    RESOLVED,
    CLOSED,
    DECLINED,
    WITHDRAWN
}
