package org.hehuo.projects;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An amount of money; two decimals in answers, whatever was sent. */
@Schema(name = "Money")
public record Money(
        @NotNull
        @DecimalMin("0")
        @Digits(integer = Money.LONGEST, fraction = 2)
        @JsonSerialize(using = ToStringSerializer.class)
        @Schema(implementation = String.class, examples = "26000.00")
        BigDecimal amount,

        @NotNull @Pattern(regexp = "[A-Z]{3}") @Schema(description = "ISO 4217", examples = "CNY")
        String currency) {

    private static final int LONGEST = 12;
    private static final int CENTS = 2;

    public Money {
        // A number too large for the bound below is left as it came, to be refused.
        boolean bounded = amount != null && (long) amount.precision() - amount.scale() <= LONGEST;
        if (bounded && amount.scale() < CENTS) amount = amount.setScale(CENTS);
    }
}
