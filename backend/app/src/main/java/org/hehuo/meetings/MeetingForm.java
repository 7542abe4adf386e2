package org.hehuo.meetings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is prepared of a meeting, and may be changed until it is over. */
@Schema(name = "MeetingChange")
record MeetingForm(
        @NotBlank @Size(max = 60) String title,
        @NotBlank @Size(max = 100) String place,
        @NotNull Instant startsAt,

        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 100) String> agenda,

        @NotNull
        @Size(max = MeetingForm.MOST_PROJECTS)
        @Schema(
                description =
                        "Open projects of the meeting's area that are before no other meeting, in the order of the screen")
        List<@NotBlank @Size(max = 20) String> projectIds,

        @NotNull @Size(max = 500) @Schema(description = "Who is invited")
        List<@NotBlank @Size(max = 20) String> partnerIds) {
    static final int MOST_PROJECTS = 200;
}
