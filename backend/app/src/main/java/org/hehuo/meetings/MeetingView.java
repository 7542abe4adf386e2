package org.hehuo.meetings;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.areas.AreaRef;
import org.hehuo.kernel.http.Located;
import org.hehuo.kernel.http.Versioned;
import org.hehuo.kernel.text.Identified;
import org.hehuo.projects.Projects;
import org.jspecify.annotations.Nullable;

@Schema(name = "Meeting")
public record MeetingView(
        @Schema(required = true, examples = "M-2026-000001") String id,
        @Schema(required = true) String title,
        @Schema(required = true) MeetingState state,
        @Schema(required = true) String place,
        @Schema(required = true) AreaRef area,
        @Schema(required = true) Instant startsAt,
        @Schema(required = true) List<String> agenda,

        @Schema(required = true, description = "In the order of the screen")
        List<Projects.Reference> projects,

        @Schema(required = true) List<Guest> partners,
        @Schema(required = true) List<RoundView> rounds,
        @Nullable Instant startedAt,
        @Nullable Instant closedAt,
        @Nullable String endReason,

        @Schema(description = "What the screen in the hall shows, to check in with; for staff of the area") @Nullable
        String hallCode,

        @Schema(
                required = true,
                description = "What the caller may do now; besides the verbs: `edit`, `plan-round`, `check-in`")
        List<String> allowedActions,

        @Schema(required = true) Instant createdAt,
        @Schema(hidden = true) long version)
        implements Versioned, Located {

    @Schema(name = "MeetingPartner", description = "Who is invited, or has come")
    public record Guest(
            @Schema(required = true) Identified partner,
            @Schema(required = true) boolean invited,
            @Nullable Instant arrivedAt,
            @Schema(required = true) boolean inHall) {}

    @Override
    public String location() {
        return "/api/v1/meetings/" + id;
    }
}
