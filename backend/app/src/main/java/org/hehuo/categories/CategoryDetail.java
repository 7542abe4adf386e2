package org.hehuo.categories;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.http.Located;
import org.hehuo.kernel.http.Versioned;
import org.hehuo.kernel.text.Coded;
import org.jspecify.annotations.Nullable;

/** A category with all that may be changed of it. */
@Schema(name = "CategoryDetail")
record CategoryDetail(
        @Schema(required = true, examples = "PWR01") String code,
        @Nullable String parent,
        @Schema(required = true, examples = "楼道灯") String name,
        @Schema(required = true) String nameZh,
        @Schema(required = true) String nameEn,
        @Schema(required = true) Coded field,

        @Schema(required = true, description = "Working days until the first answer, 1 to 15")
        int slaDays,

        @Schema(required = true) List<String> words,

        @Schema(required = true, description = "Takes nothing new any more")
        boolean retired,

        @Schema(hidden = true) long version)
        implements Versioned, Located {

    @Override
    public String location() {
        return "/api/v1/categories/" + code;
    }
}
