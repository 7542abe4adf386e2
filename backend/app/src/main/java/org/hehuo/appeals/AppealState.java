package org.hehuo.appeals;

/** Where in its life an appeal is. */
enum AppealState {
    SUBMITTED,
    UPHELD,
    DISMISSED
}
