package org.hehuo.moderation;

/** What may be appealed against. */
public enum Decision {
    DECLINE,
    HIDE
}
