package org.hehuo.calls;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The port to who answers a call, which a higher feature knows. */
public interface CallAnswers {

    @Schema(name = "AnswersOfADay")
    record Day(
            @Schema(required = true) LocalDate day,
            @Schema(required = true) int count) {}

    /** Oldest first; days without an answer are left out. */
    List<Day> byDay(String call);
}
