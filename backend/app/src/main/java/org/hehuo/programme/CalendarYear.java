package org.hehuo.programme;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The days of a year that differ from Monday to Friday. */
@Schema(name = "CalendarYear")
record CalendarYear(
        @Schema(required = true, examples = "2026") int year,

        @Schema(required = true, description = "Whether its holidays are known; else weekends alone are not worked")
        boolean known,

        @Schema(required = true) List<Day> days) {

    @Schema(name = "CalendarDay")
    record Day(
            @Schema(required = true) LocalDate day,

            @Schema(required = true, description = "A weekend that is worked, or a weekday that is not")
            boolean working,

            @Schema(required = true, examples = "国庆节") String name) {}

    @Schema(name = "CalendarDayChange")
    record Change(
            @NotNull Boolean working,

            @NotBlank @Size(max = 20) @Schema(examples = "国庆节")
            String name) {}
}
