package org.hehuo.categories;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the district may change of a category. */
@Schema(name = "CategoryChange")
record CategoryChange(
        @NotBlank @Size(max = 20) String nameZh,
        @NotBlank @Size(max = 60) String nameEn,

        @NotBlank @Size(max = 40) @Schema(description = "For projects that are drafted from now on")
        String field,

        @NotNull
        @Min(1)
        @Max(15)
        @Schema(
                description =
                        "Working days until the first answer. For promises that are given from now on; those that were given stay")
        Integer slaDays,

        @NotNull
        @Size(max = NewCategory.MOST_WORDS)
        @Schema(description = "By which people speak of it; a leaf is suggested by them")
        List<@NotNull @Size(max = NewCategory.LONGEST_WORD) @Pattern(regexp = NewCategory.WORD) String> words,

        @NotNull @Schema(description = "Takes nothing new any more; what is about it stays so")
        Boolean retired) {

    boolean isCalledAs(CategoryChange other) {
        return nameZh.equals(other.nameZh)
                && nameEn.equals(other.nameEn)
                && field.equals(other.field)
                && words.equals(other.words);
    }
}
