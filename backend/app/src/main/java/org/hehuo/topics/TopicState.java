package org.hehuo.topics;

/** Where in its life a topic is. */
public enum TopicState {
    OPEN,
    ACCEPTED,
    IN_PROGRESS,
    WAITING_RESIDENT,
    RESOLVED,
    CLOSED,
    DECLINED,
    MERGED,
    WITHDRAWN
}
