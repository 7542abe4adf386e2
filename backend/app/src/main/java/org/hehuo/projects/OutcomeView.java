package org.hehuo.projects;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Outcome")
record OutcomeView(
        @Schema(required = true) List<ProjectInput.Figure> numbers,
        @Schema(required = true) String story,
        @Schema(required = true) Instant reportedAt) {}
