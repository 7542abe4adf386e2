package org.hehuo.claims;

import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.projects.NeedKind;
import org.hehuo.projects.NeedView;

@Schema(name = "ClaimShare", description = "What a claim takes on of one need")
public record ShareView(
        @Schema(required = true) Line need,

        @Schema(required = true, implementation = String.class, examples = "20")
        BigDecimal quantity,

        @Schema(required = true, examples = "株") String unit) {

    /** A need as a share shows it. */
    @Schema(name = "NeedRef")
    public record Line(
            @Schema(required = true) UUID id,
            @Schema(required = true) NeedKind kind,
            @Schema(required = true) String title) {}

    static ShareView of(NeedView need, BigDecimal quantity) {
        return new ShareView(new Line(need.id(), need.kind(), need.title()), quantity, need.unit());
    }
}
