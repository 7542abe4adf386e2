package org.hehuo.partners;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A unified social credit code: 18 characters, of which the last is the check character (GB 32100-2015, 5.1 and annex). */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CreditCode.Check.class)
public @interface CreditCode {
    String message() default "credit_code";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** What follows the digits, without I, O, S, V and Z. */
    String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    int LENGTH = 18;

    class Check implements ConstraintValidator<CreditCode, String> {
        private static final int FACTOR = 3;

        @Override
        public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
            return code == null || isValid(code);
        }

        public static boolean isValid(String code) {
            if (code.length() != LENGTH) return false;
            int modulus = CHARACTERS.length();
            int sum = 0;
            int weight = 1;
            for (int i = 0; i < LENGTH - 1; i++) {
                int value = CHARACTERS.indexOf(code.charAt(i));
                if (value < 0) return false;
                sum += value * weight;
                weight = weight * FACTOR % modulus;
            }
            return CHARACTERS.charAt((modulus - sum % modulus) % modulus) == code.charAt(LENGTH - 1);
        }
    }
}
