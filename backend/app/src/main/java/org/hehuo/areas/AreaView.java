package org.hehuo.areas;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.http.Located;
import org.hehuo.kernel.http.Versioned;
import org.jspecify.annotations.Nullable;

@Schema(name = "Area")
record AreaView(
        @Schema(required = true, examples = "370203019001") String code,
        @Schema(required = true) String name,
        @Schema(required = true) Area.Level level,
        @Nullable String parent,

        @Schema(required = true, description = "Names from the district down to this area")
        List<String> path,

        @Schema(required = true, description = "Takes nothing new any more")
        boolean retired)
        implements Versioned, Located {

    /** Areas are changed by one hand at a time: what they say is all that tells one version from another. */
    @Override
    public long version() {
        return 0;
    }

    @Override
    public String location() {
        return "/api/v1/areas/" + code;
    }
}
