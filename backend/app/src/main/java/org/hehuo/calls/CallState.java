package org.hehuo.calls;

public enum CallState {
    DRAFT,
    PUBLISHED,
    CLOSED
}
