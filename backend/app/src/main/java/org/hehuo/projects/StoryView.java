package org.hehuo.projects;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.areas.AreaRef;
import org.hehuo.kernel.text.Coded;
import org.hehuo.kernel.text.Identified;
import org.hehuo.media.PhotoView;
import org.jspecify.annotations.Nullable;

/** A finished chain: what was said, who saw to it, what came of it. */
@Schema(name = "Story")
record StoryView(
        @Schema(required = true, description = "The project's", examples = "P-2026-000045")
        String id,

        @Schema(required = true) String title,
        @Schema(required = true) AreaRef area,
        @Schema(required = true) Coded field,
        @Schema(required = true) List<Identified> partners,
        @Schema(required = true) List<ProjectInput.Figure> numbers,
        @Schema(required = true) String story,
        @Nullable PhotoView before,
        @Nullable PhotoView after,

        @Schema(
                required = true,
                description = "Calendar days from the first topic, or from the project where there was none")
        int days,

        @Schema(required = true) Instant completedAt) {}
