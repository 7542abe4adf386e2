package org.hehuo.areas;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An area as other things show it.
 *
 * @param path names from the district down to the area itself
 */
@Schema(name = "AreaRef")
public record AreaRef(
        @Schema(required = true, examples = "370203019001") String code,
        @Schema(required = true, examples = "青海路社区") String name,
        @Schema(required = true) List<String> path) {}
