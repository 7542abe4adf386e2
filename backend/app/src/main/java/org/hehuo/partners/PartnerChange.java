package org.hehuo.partners;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.areas.AreaCode;
import org.jspecify.annotations.Nullable;

/** What a partner says of itself; what it is called and what it is, the district has checked. */
@Schema(name = "PartnerChange")
record PartnerChange(
        @Size(max = 500) @Nullable String intro,

        @Pattern(regexp = "\\+?[0-9 -]{5,20}") @Schema(description = "Public: where residents can call") @Nullable
        String contactPhone,

        @Valid @Schema(description = "Whom to ask there; shown to itself, and to the district on purpose") @Nullable
        Contact contact,

        @Schema(description = "A picture of one's own") @Nullable
        UUID logoPhotoId,

        @NotEmpty @Size(max = 200) List<@NotNull @Pattern(regexp = AreaCode.PATTERN) String> areaCodes,
        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 40) String> fieldCodes) {

    static PartnerChange of(PartnerEntry entry, @Nullable UUID logo) {
        return new PartnerChange(
                entry.intro(), entry.contactPhone(), entry.contact(), logo, entry.areaCodes(), entry.fieldCodes());
    }

    PartnerEntry over(PartnerEntry entry) {
        return new PartnerEntry(
                entry.name(),
                entry.kind(),
                entry.creditCode(),
                intro,
                areaCodes,
                fieldCodes,
                contactPhone,
                contact,
                entry.joinedOn());
    }
}
