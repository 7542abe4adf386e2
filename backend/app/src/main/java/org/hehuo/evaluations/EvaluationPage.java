package org.hehuo.evaluations;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The sums, and a page of the single ones; those of people concerned are shown apart. */
@Schema(name = "Evaluations")
record EvaluationPage(
        @Schema(required = true) int count,

        @Schema(implementation = String.class, examples = "4.8") @Nullable
        BigDecimal average,

        @Schema(required = true) int concernedCount,

        @Schema(implementation = String.class, examples = "5") @Nullable
        BigDecimal concernedAverage,

        @Schema(required = true) List<EvaluationView> items,
        @Nullable String nextCursor) {}
