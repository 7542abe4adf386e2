package org.hehuo.claims;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.text.Identified;
import org.hehuo.partners.Level;

/** A partner's credit, for everybody to see and to add up. */
@Schema(name = "PartnerCredit")
record PartnerCredit(
        @Schema(required = true) Identified partner,

        @Schema(required = true, description = "The sum of the lines; may be below 0")
        int balance,

        @Schema(required = true, description = "`silver` from 40, `gold` from 80 points")
        Level level,

        @Schema(required = true, description = "A line a rule that applied")
        List<Line> lines) {

    @Schema(name = "PartnerCreditLine")
    record Line(
            @Schema(required = true) CreditRule rule,
            @Schema(required = true) int times,

            @Schema(required = true, description = "Each time")
            int points) {

        int sum() {
            return times * points;
        }
    }
}
