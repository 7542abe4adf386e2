package org.hehuo.partners;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.areas.AreaCode;
import org.jspecify.annotations.Nullable;

/** An organisation that joins, with the person who owns its membership. */
public record NewPartner(
        @Schema(examples = "国家电网青岛供电公司配电运检室") @NotBlank @Size(max = 80)
        String name,

        @NotNull Kind kind,

        @Schema(description = "The unified social credit code (GB 32100-2015), if it has one of its own")
        @CreditCode
        @Nullable
        String creditCode,

        @Size(max = 500) @Nullable String intro,
        @NotEmpty @Size(max = 200) List<@NotNull @Pattern(regexp = AreaCode.PATTERN) String> areaCodes,
        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 40) String> fieldCodes,

        @Pattern(regexp = "\\+?[0-9 -]{5,20}") @Schema(description = "Public: where residents can call") @Nullable
        String contactPhone,

        @Valid @Schema(description = "Whom to ask there; shown to itself, and to the district on purpose") @Nullable
        Contact contact,

        @Schema(description = "Today if absent") @Nullable LocalDate joinedOn,

        @NotNull @Schema(description = "The person who owns the membership; has signed in once")
        UUID ownerId) {

    PartnerEntry entry(LocalDate today) {
        return new PartnerEntry(
                name,
                kind,
                creditCode,
                intro,
                areaCodes,
                fieldCodes,
                contactPhone,
                contact,
                joinedOn == null ? today : joinedOn);
    }
}
