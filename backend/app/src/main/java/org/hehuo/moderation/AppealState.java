package org.hehuo.moderation;

/** Where in its life an appeal is. */
enum AppealState {
    SUBMITTED,
    UPHELD,
    DISMISSED
}
