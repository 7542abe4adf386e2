package org.hehuo.notifications;

/** For whose sake somebody is told; people choose by it how they are told. */
public enum Kind {
    /** They follow it. */
    FOLLOWED,
    /** They work for the area. */
    WORK,
    /** It concerns their partner organisation. */
    ORGANISATION,
    /** It is meant for them and nobody else. */
    PERSONAL
}
