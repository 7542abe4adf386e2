package org.hehuo.capabilities;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.areas.AreaCode;
import org.jspecify.annotations.Nullable;

/** What a partner can give, as it is written down. */
@Schema(name = "CapabilityForm")
public record CapabilityForm(
        @NotNull CapabilityKind kind,

        @NotBlank @Size(max = 60) @Schema(examples = "上门修灯换灯")
        String title,

        @Size(max = 500) @Nullable String text,
        @NotNull @Size(max = 5) List<@NotBlank @Size(max = 10) String> categoryCodes,

        @NotNull @Size(max = 20) @Schema(description = "Where; nothing named: wherever the partner serves")
        List<@Pattern(regexp = AreaCode.PATTERN) String> areaCodes,

        @DecimalMin(value = "0", inclusive = false)
        @Digits(integer = 10, fraction = 2)
        @Schema(implementation = String.class, examples = "60", description = "In all; absent: as the case arises")
        @Nullable
        BigDecimal quantity,

        @DecimalMin(value = "0", inclusive = false)
        @Digits(integer = 10, fraction = 2)
        @Schema(implementation = String.class, examples = "10", description = "In a month at most")
        @Nullable
        BigDecimal monthly,

        @Size(min = 1, max = 10) @Schema(examples = "处", description = "Of what; required with an amount") @Nullable
        String unit,

        @Size(max = 60) @Schema(examples = "工作日 9:00–17:00") @Nullable
        String availability,

        @NotNull Charge charge,
        @NotNull @Size(max = 5) List<@NotNull UUID> photoIds) {

    /** What an organisation offered in a line when it applied. */
    public static CapabilityForm offered(
            CapabilityKind kind, String title, @Nullable String text, List<String> categoryCodes) {
        return new CapabilityForm(
                kind, title, text, categoryCodes, List.of(), null, null, null, null, Charge.FREE, List.of());
    }

    CapabilityForm with(List<UUID> pictures) {
        return new CapabilityForm(
                kind, title, text, categoryCodes, areaCodes, quantity, monthly, unit, availability, charge, pictures);
    }
}
