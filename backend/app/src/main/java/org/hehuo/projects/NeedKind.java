package org.hehuo.projects;

/** What is needed. */
public enum NeedKind {
    MONEY,
    GOODS,
    HANDS,
    EXPERTISE,
    VENUE,
    MEDIA
}
