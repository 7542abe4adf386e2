package org.hehuo.meetings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.areas.AreaCode;
import org.jspecify.annotations.Nullable;

/** A joint meeting that staff of its area plan. */
public record NewMeeting(
        @NotBlank @Size(max = 60) @Schema(examples = "青海路社区党建联席会")
        String title,

        @NotBlank @Size(max = 100) @Schema(examples = "党群服务中心二楼")
        String place,

        @NotBlank @Pattern(regexp = AreaCode.PATTERN) @Schema(examples = "370203019001")
        String areaCode,

        @NotNull Instant startsAt,
        @Size(max = 20) @Nullable List<@NotBlank @Size(max = 100) String> agenda,

        @Size(max = MeetingForm.MOST_PROJECTS)
        @Schema(description = "Open projects of the area that are before no other meeting, in the order of the screen")
        @Nullable
        List<@NotBlank @Size(max = 20) String> projectIds,

        @Size(max = 500) @Schema(description = "Who is invited") @Nullable
        List<@NotBlank @Size(max = 20) String> partnerIds) {

    MeetingForm form() {
        return new MeetingForm(
                title,
                place,
                startsAt,
                Objects.requireNonNullElse(agenda, List.of()),
                Objects.requireNonNullElse(projectIds, List.of()),
                Objects.requireNonNullElse(partnerIds, List.of()));
    }
}
