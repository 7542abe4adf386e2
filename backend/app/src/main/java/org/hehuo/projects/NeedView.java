package org.hehuo.projects;

import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Need")
public record NeedView(
        @Schema(required = true) UUID id,
        @Schema(required = true) NeedKind kind,
        @Schema(required = true) String title,

        @Schema(required = true, implementation = String.class, examples = "20")
        BigDecimal quantity,

        @Schema(required = true) String unit,

        @Schema(required = true, implementation = String.class, examples = "0")
        BigDecimal filled) {

    public BigDecimal left() {
        return quantity.subtract(filled);
    }
}
