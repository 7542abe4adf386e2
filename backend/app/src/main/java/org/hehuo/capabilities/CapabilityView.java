package org.hehuo.capabilities;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.http.Located;
import org.hehuo.kernel.http.Versioned;
import org.hehuo.kernel.text.Coded;
import org.hehuo.media.PhotoView;
import org.jspecify.annotations.Nullable;

@Schema(name = "Capability")
public record CapabilityView(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "HH-0001") String partnerId,
        @Schema(required = true) CapabilityState state,
        @Schema(required = true) CapabilityKind kind,
        @Schema(required = true) String title,
        @Nullable String text,
        @Schema(required = true) List<Coded> categories,

        @Schema(required = true, description = "Where; nothing named: wherever the partner serves")
        List<Coded> areas,

        @Schema(implementation = String.class, examples = "60", description = "In all; absent: as the case arises")
        @Nullable
        BigDecimal quantity,

        @Schema(implementation = String.class, examples = "10", description = "In a month at most") @Nullable
        BigDecimal monthly,

        @Nullable String unit,

        @Schema(
                implementation = String.class,
                examples = "20",
                description =
                        "What the partner's held and delivered projects needed of this kind, in this unit and one of these"
                                + " categories; absent without an amount")
        @Nullable
        BigDecimal used,

        @Schema(
                implementation = String.class,
                examples = "40",
                description = "What is left of `quantity`, and of `monthly` in this month: the smaller; never below 0")
        @Nullable
        BigDecimal left,

        @Nullable String availability,
        @Schema(required = true) Charge charge,
        @Schema(required = true) List<PhotoView> photos,
        @Schema(required = true) List<String> allowedActions,
        @Schema(required = true) Instant createdAt,
        @Schema(hidden = true) long version)
        implements Versioned, Located {

    @Override
    public String location() {
        return "/api/v1/partners/" + partnerId + "/capabilities/" + id;
    }
}
