package org.hehuo.meetings;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "MeetingState")
enum MeetingState {
    PLANNED,
    LIVE,
    CLOSED,
    CANCELLED
}
