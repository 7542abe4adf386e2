package org.hehuo.people;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.text.Identified;

/** When somebody of the staff is away, first and last day included, and who stands in. */
@Schema(name = "Absence")
public record AbsenceView(
        @Schema(required = true) LocalDate fromDay,
        @Schema(required = true) LocalDate untilDay,

        @Schema(required = true, description = "Away today") boolean away,

        @Schema(required = true) Identified standIn) {

    @Schema(name = "AbsenceChange")
    record Change(
            @NotNull LocalDate fromDay,
            @NotNull LocalDate untilDay,

            @NotNull @Schema(description = "Works for all areas that one works for oneself")
            UUID standInId) {}
}
