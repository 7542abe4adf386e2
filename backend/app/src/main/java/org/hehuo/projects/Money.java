package org.hehuo.projects;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An amount of money. */
@Schema(name = "Money")
public record Money(
        @NotNull
        @DecimalMin("0")
        @Digits(integer = 12, fraction = 2)
        @Schema(implementation = String.class, examples = "26000.00")
        BigDecimal amount,

        @NotNull @Pattern(regexp = "[A-Z]{3}") @Schema(description = "ISO 4217", examples = "CNY")
        String currency) {}
