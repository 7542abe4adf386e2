package org.hehuo.categories;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new category: a leaf of an existing one, or a whole. */
record NewCategory(
        @Schema(
                description = "The parent's three letters and two digits; three letters for a whole",
                examples = "PWR07")
        @NotBlank
        @Pattern(regexp = "[A-Z]{3}([0-9]{2})?")
        String code,

        @NotBlank @Size(max = 20) String nameZh,
        @NotBlank @Size(max = 60) String nameEn,
        @NotBlank @Size(max = 40) String field,

        @NotNull @Min(1) @Max(15) @Schema(description = "Working days until the first answer")
        Integer slaDays,

        @NotNull
        @Size(max = MOST_WORDS)
        @Schema(description = "By which people speak of it; a leaf is suggested by them")
        List<@NotNull @Size(max = LONGEST_WORD) @Pattern(regexp = WORD) String> words) {

    static final int MOST_WORDS = 60;
    static final int LONGEST_WORD = 30;
    static final String WORD = "\\S+";
}
