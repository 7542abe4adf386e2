package org.hehuo.categories;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.text.Coded;

@Schema(name = "Category")
record CategoryView(
        @Schema(required = true, examples = "PWR01") String code,
        @Schema(required = true, examples = "楼道灯") String name,
        @Schema(required = true) Coded field,

        @Schema(required = true, description = "Working days until the first answer, 1 to 15")
        int slaDays,

        @Schema(required = true, description = "Takes nothing new any more; what is about it stays so")
        boolean retired,

        @Schema(required = true, description = "Empty for a leaf")
        List<CategoryView> children) {}
