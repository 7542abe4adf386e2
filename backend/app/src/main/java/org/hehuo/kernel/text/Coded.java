package org.hehuo.kernel.text;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reference to a thing that is known by a code; the name is in the reader's language. */
@Schema(name = "CodeRef", description = "A reference by code")
public record Coded(
        @Schema(required = true) String code,
        @Schema(required = true) String name) {}
