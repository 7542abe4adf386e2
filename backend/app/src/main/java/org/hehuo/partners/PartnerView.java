package org.hehuo.partners;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.http.Located;
import org.hehuo.kernel.http.Versioned;
import org.hehuo.kernel.text.Coded;
import org.hehuo.kernel.text.Identified;
import org.hehuo.media.PhotoView;
import org.jspecify.annotations.Nullable;

@Schema(name = "Partner")
public record PartnerView(
        @Schema(required = true, examples = "HH-0001") String id,
        @Schema(required = true) String name,
        @Schema(required = true) Kind kind,
        @Schema(required = true) PartnerState state,
        @Nullable String intro,
        @Nullable String contactPhone,
        @Nullable PhotoView logo,
        @Schema(required = true) LocalDate joinedOn,

        @Schema(required = true, description = "The last day of its membership, unless it is renewed")
        LocalDate termEndsOn,

        @Schema(required = true) List<Coded> areas,
        @Schema(required = true) List<Coded> fields,

        @Schema(required = true, description = "Projects that it holds now")
        int claimsHeld,

        @Schema(required = true, description = "Projects that it has delivered")
        int projectsCompleted,

        @Schema(description = "For itself and the district") @Nullable
        String creditCode,

        @Schema(description = "Whom to ask; for its owners") @Nullable
        Contact contact,

        @Schema(description = "Why it was suspended or has left; for itself and the district") @Nullable
        String reason,

        @Schema(description = "The entry that carries on what this one, a double, was") @Nullable
        Identified mergedInto,

        @Schema(required = true) List<String> allowedActions,
        @Schema(hidden = true) long version)
        implements Versioned, Located {

    @Override
    public String location() {
        return "/api/v1/partners/" + id;
    }
}
