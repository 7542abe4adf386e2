package org.hehuo.applications;

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
import org.hehuo.partners.Contact;
import org.hehuo.partners.CreditCode;
import org.hehuo.partners.Kind;
import org.jspecify.annotations.Nullable;

/** An organisation that wants to become a partner. It names what made it do so: a call, a topic, a project, or nothing. */
@Schema(name = "NewPartnerApplication")
public record NewApplication(
        @Schema(examples = "青岛半岛园林公司") @NotBlank @Size(max = 80)
        String name,

        @NotNull Kind kind,

        @Schema(
                description =
                        "The unified social credit code (GB 32100-2015); an office that has none of its own leaves it out",
                examples = "91370203XH0000001R")
        @CreditCode
        @Nullable
        String creditCode,

        @Size(max = 500) @Nullable String intro,
        @NotNull @Valid Contact contact,
        @NotEmpty @Size(max = 200) List<@NotNull @Pattern(regexp = AreaCode.PATTERN) String> areaCodes,
        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 40) String> fieldCodes,

        @NotEmpty @Size(max = 10) @Schema(description = "What it can give")
        List<@NotNull @Valid Offer> offers,

        @Schema(description = "The licence, a picture of one's own; for the applicant and the district alone") @Nullable
        UUID licencePhotoId,

        @Size(max = 40) @Schema(description = "The call that it answers") @Nullable
        String callId,

        @Size(max = 40) @Schema(description = "The topic that it wants to help with") @Nullable
        String topicId,

        @Size(max = 40) @Schema(description = "The project that it wants to help with") @Nullable
        String projectId) {}
