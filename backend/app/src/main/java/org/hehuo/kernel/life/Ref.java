package org.hehuo.kernel.life;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A thing by what it is and by its id.
 *
 * @param kind a word of the domain: {@code topic}, {@code project}, {@code claim} …
 */
@Schema(description = "A thing by what it is and by its id")
public record Ref(
        @Schema(required = true, examples = "topic") String kind,
        @Schema(required = true, examples = "T-2026-000123") String id) {}
