package org.hehuo.areas;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A place on the map of responsibilities. */
record Area(String code, @Nullable String parent, Level level, String name, boolean retired) {

    @Schema(name = "AreaLevel")
    enum Level {
        DISTRICT,
        SUBDISTRICT,
        COMMUNITY,
        COMPOUND
    }
}
