package org.hehuo.projects;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.text.Identified;
import org.hehuo.media.PhotoView;
import org.jspecify.annotations.Nullable;

/** An entry of a project's log. */
@Schema(name = "ProgressEntry")
public record ProgressView(
        @Schema(required = true) UUID id,
        @Schema(required = true) String text,
        @Schema(required = true) List<PhotoView> photos,

        @Schema(required = true, description = "When it happened; `createdAt` is when it was told")
        LocalDate occurredOn,

        @Schema(required = true) String authorName,
        @Nullable Identified partner,
        @Schema(required = true) Instant createdAt) {}
