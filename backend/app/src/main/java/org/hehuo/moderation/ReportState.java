package org.hehuo.moderation;

/** Where in its life a report is. */
enum ReportState {
    SUBMITTED,
    UPHELD,
    DISMISSED
}
