package org.hehuo.partners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"91370200XH0020732U", "91370203XH0000001R"})
    void whatTheRuleMakesIsRight(String code) {
        assertTrue(CreditCode.Check.isValid(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "91370203XH0023693P", "91370203XH000000", "91370203XH0000001r", "91370203OH0000001R"})
    void whatDiffersIsNot(String code) {
        assertFalse(CreditCode.Check.isValid(code));
    }

    /** GB 32100-2015 is made to catch each wrong character, for its modulus is a prime. */
    @Property(tries = 500)
    void oneWrongCharacterIsFound(
            @ForAll @CharRange(from = '0', to = '9') @StringLength(17) String digits,
            @ForAll @IntRange(max = 17) int place,
            @ForAll @CharRange(from = '0', to = '9') char other) {
        String code = digits + checkOf(digits);
        assertTrue(CreditCode.Check.isValid(code));
        String changed = code.substring(0, place) + other + code.substring(place + 1);
        assertEquals(changed.equals(code), CreditCode.Check.isValid(changed));
    }

    private static char checkOf(String seventeen) {
        return CreditCode.CHARACTERS
                .chars()
                .mapToObj(c -> (char) c)
                .filter(c -> CreditCode.Check.isValid(seventeen + c))
                .findFirst()
                .orElseThrow();
    }
}
