package org.hehuo.search;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Suggestion")
public record Suggestion(
        @Schema(required = true, examples = "topic") String kind,
        @Schema(required = true, examples = "T-2026-000123") String id,
        @Schema(required = true) String title) {}
