package org.hehuo.topics;

/** Who may see a post: everybody, those who deal with it, or its author and the staff. */
public enum Visibility {
    PUBLIC,
    MEMBERS,
    HIDDEN
}
