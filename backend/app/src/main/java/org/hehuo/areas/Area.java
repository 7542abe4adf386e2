package org.hehuo.areas;

import org.jspecify.annotations.Nullable;

/** A place on the map of responsibilities. */
record Area(String code, @Nullable String parent, Level level, String name, boolean retired) {

    @org.eclipse.microprofile.openapi.annotations.media.Schema(name = "AreaLevel")
    enum Level {
        DISTRICT,
        SUBDISTRICT,
        COMMUNITY,
        COMPOUND
    }
}
