package org.hehuo.projects;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How something ended before its time. */
@Schema(name = "EndReason")
record EndReason(
        @Schema(required = true, examples = "cancelled") String code,
        @Schema(required = true) String text) {}
