package org.hehuo.projects;

/** Where in its life a project is. */
public enum ProjectState {
    DRAFT,
    OPEN,
    CLAIMED,
    IN_PROGRESS,
    DELIVERED,
    COMPLETED,
    CLOSED,
    CANCELLED
}
