package org.hehuo.claims;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.text.Coded;
import org.hehuo.kernel.text.Identified;
import org.hehuo.media.PhotoView;
import org.jspecify.annotations.Nullable;

/** What a partner has done, for everybody to see: each number stands for projects that can be opened. */
@Schema(name = "PartnerRecord")
record PartnerRecord(
        @Schema(required = true) Identified partner,

        @Schema(required = true, description = "Projects held or delivered")
        int claimed,

        @Schema(required = true, description = "Projects that were accepted")
        int delivered,

        @Schema(
                required = true,
                description =
                        "Claims that it held and gave back or let lapse; who moved up from the waiting list may give back for a day without, and what was passed on by agreement does not count")
        int givenBack,

        @Nullable Ratings ratings,

        @Schema(required = true, description = "Where it delivered, the most first")
        List<InArea> areas,

        @Schema(required = true, description = "Of what came of it, the latest first")
        List<PhotoView> photos) {

    @Schema(name = "PartnerRecordRatings", description = "Of the delivered projects")
    record Ratings(
            @Schema(required = true) int count,
            @Schema(required = true, description = "1 to 5") BigDecimal average) {}

    @Schema(name = "PartnerRecordArea")
    record InArea(
            @Schema(required = true) Coded area,
            @Schema(required = true) int delivered) {}
}
