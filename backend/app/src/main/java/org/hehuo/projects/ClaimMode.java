package org.hehuo.projects;

/** One partner carries it whole, or several each a share. */
public enum ClaimMode {
    EXCLUSIVE,
    SHARED
}
