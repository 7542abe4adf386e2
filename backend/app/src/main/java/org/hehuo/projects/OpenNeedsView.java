package org.hehuo.projects;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.text.Coded;

/** How many projects can be claimed now; each list has the most first. */
@Schema(name = "OpenNeeds")
record OpenNeedsView(
        @Schema(required = true) int projects,
        @Schema(required = true) List<Count> fields,

        @Schema(required = true, description = "Groups of categories")
        List<Count> categories,

        @Schema(required = true, description = "The areas one level below the one asked for, else subdistricts")
        List<Count> areas) {

    @Schema(name = "OpenNeedsCount")
    record Count(
            @Schema(required = true) Coded what,
            @Schema(required = true) int projects) {}
}
