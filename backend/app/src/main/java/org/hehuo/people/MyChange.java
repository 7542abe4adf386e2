package org.hehuo.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.areas.AreaCode;
import org.jspecify.annotations.Nullable;

/** What people change about themselves. */
@Schema(name = "MyChange")
record MyChange(
        @NotBlank @Size(max = 40) String displayName,

        @Pattern(regexp = "\\+?[0-9 -]{5,20}")
        @Schema(description = "Kept encrypted; seen only by those who serve you")
        @Nullable
        String phone,

        @Pattern(regexp = AreaCode.PATTERN) @Nullable String homeArea,
        @NotNull @Pattern(regexp = "zh-CN|en") String language) {}
