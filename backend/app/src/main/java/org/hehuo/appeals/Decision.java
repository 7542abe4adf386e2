package org.hehuo.appeals;

/** What may be appealed against. */
public enum Decision {
    DECLINE,
    HIDE
}
