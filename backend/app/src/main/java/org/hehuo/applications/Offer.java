package org.hehuo.applications;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.capabilities.CapabilityKind;
import org.jspecify.annotations.Nullable;

/** Something that an organisation can give, in its own words. */
@Schema(name = "Offer")
public record Offer(
        @NotNull CapabilityKind kind,

        @NotBlank @Size(max = 60) @Schema(examples = "上门修灯换灯")
        String title,

        @Size(max = 500) @Nullable String text,
        @NotNull @Size(max = 5) List<@NotBlank @Size(max = 10) String> categoryCodes) {}
