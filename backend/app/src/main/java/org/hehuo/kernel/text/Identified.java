package org.hehuo.kernel.text;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reference to a thing that is known by an id. */
@Schema(name = "IdRef", description = "A reference by id")
public record Identified(
        @Schema(required = true) String id,
        @Schema(required = true) String name) {}
