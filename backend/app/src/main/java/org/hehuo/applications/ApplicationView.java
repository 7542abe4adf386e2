package org.hehuo.applications;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.http.Located;
import org.hehuo.kernel.http.Versioned;
import org.hehuo.kernel.text.Coded;
import org.hehuo.kernel.text.Identified;
import org.hehuo.media.PhotoView;
import org.hehuo.partners.Contact;
import org.hehuo.partners.Kind;
import org.jspecify.annotations.Nullable;

@Schema(name = "PartnerApplication")
public record ApplicationView(
        @Schema(required = true) UUID id,
        @Schema(required = true) PartnerApplicationState state,
        @Schema(required = true) String name,
        @Schema(required = true) Kind kind,
        @Nullable String creditCode,
        @Nullable String intro,

        @Schema(description = "For the applicant alone; the district asks for it on purpose") @Nullable
        Contact contact,

        @Schema(required = true) List<Coded> areas,
        @Schema(required = true) List<Coded> fields,
        @Schema(required = true) List<Offer> offers,
        @Schema(description = "The licence") @Nullable PhotoView licence,

        @Schema(description = "The call that it answers") @Nullable
        Identified call,

        @Schema(description = "The topic that it wants to help with") @Nullable
        Identified topic,

        @Schema(description = "The project that it wants to help with") @Nullable
        Identified project,

        @Schema(description = "Partners of the same name or credit code, for the district") @Nullable
        List<Identified> doubles,

        @Schema(description = "What is missing, or why it was rejected") @Nullable
        String reason,

        @Schema(description = "The partner that it became") @Nullable
        Identified partner,

        @Schema(description = "By when the district answers; while it is its turn") @Nullable
        Instant dueAt,

        @Schema(required = true) boolean overdue,
        @Schema(required = true) boolean mine,
        @Schema(required = true) List<String> allowedActions,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt,
        @Schema(hidden = true) long version)
        implements Versioned, Located {

    @Override
    public String location() {
        return "/api/v1/partner-applications/" + id;
    }
}
