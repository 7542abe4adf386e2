package org.hehuo.claims;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An undertaking. */
public record NewClaim(
        @NotBlank
        @Size(max = 20)
        @Schema(description = "Who undertakes it; staff may name one that only telephones", examples = "HH-0001")
        String partnerId,

        @Size(max = 300) @Schema(examples = "灯的事，交给我们。") @Nullable
        String message,

        @Size(min = 1, max = 20)
        @Schema(description = "Of a shared project only: how much of which needs; all that is left if absent")
        @Nullable
        List<@NotNull @Valid NewShare> shares) {

    @Schema(name = "NewClaimShare")
    public record NewShare(
            @NotNull UUID needId,

            @NotNull
            @DecimalMin(value = "0", inclusive = false)
            @Digits(integer = 10, fraction = 2)
            @Schema(implementation = String.class, examples = "20")
            BigDecimal quantity) {}
}
