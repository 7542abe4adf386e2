package org.hehuo.calls;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.areas.AreaRef;
import org.jspecify.annotations.Nullable;

@Schema(name = "CallRow")
record CallRow(
        @Schema(required = true, examples = "C-2026-0001") String id,
        @Schema(required = true) String title,
        @Schema(required = true) CallState state,
        @Schema(required = true) AreaRef area,
        @Nullable LocalDate closesOn,
        @Nullable Instant publishedAt,
        @Schema(required = true) Instant createdAt) {}
