package org.hehuo.meetings;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ClaimRoundState")
enum RoundState {
    SCHEDULED,
    OPEN,
    PAUSED,
    CLOSED
}
