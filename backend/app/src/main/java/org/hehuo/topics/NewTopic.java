package org.hehuo.topics;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.areas.AreaCode;
import org.hehuo.media.Photos;
import org.jspecify.annotations.Nullable;

/** A concern, as it is posted. */
public record NewTopic(
        @NotBlank @Size(max = 60) @Schema(examples = "楼道感应灯坏了，老人下楼摸黑")
        String title,

        @NotBlank @Size(max = 4000) @Schema(examples = "三单元一到四楼的灯跺脚也不亮。")
        String body,

        @NotBlank
        @Pattern(regexp = AreaCode.PATTERN)
        @Schema(description = "A community or compound, or what is above it", examples = "370203019001")
        String areaCode,

        @Size(min = 1, max = 10)
        @Schema(description = "Whoever does not know leaves it out", examples = "PWR01")
        @Nullable
        String category,

        @Size(max = 80) @Schema(examples = "7号楼3单元") @Nullable
        String place,

        @Valid @Nullable Position position,

        @Size(max = Photos.MOST) @Schema(description = "The caller's own uploads, in this order") @Nullable
        List<@NotNull UUID> photoIds,

        @Schema(
                description =
                        "`members`: only the author, the staff and the partners that carry what grows from it read it")
        @Nullable
        Readers visibility,

        @Schema(description = "Nobody but the author and, on purpose, the staff learns who posts") @Nullable
        Boolean anonymous,

        @Valid @Schema(description = "Staff only: who is on the phone. Kept encrypted, shown only on purpose") @Nullable
        Caller onBehalfOf) {

    /** Whom staff have on the phone. */
    @Schema(name = "PhoneCaller")
    public record Caller(
            @NotBlank @Size(max = 40) String name,
            @NotNull @Pattern(regexp = "\\+?[0-9 -]{5,20}") String phone) {}
}
