package org.hehuo.projects;

/** The claim holds at once, or staff choose. */
public enum ClaimPolicy {
    FIRST_COME,
    REVIEWED
}
