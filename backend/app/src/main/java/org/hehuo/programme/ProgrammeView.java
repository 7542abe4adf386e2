package org.hehuo.programme;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.http.Versioned;
import org.hehuo.kernel.text.Coded;
import org.jspecify.annotations.Nullable;

@Schema(name = "Programme")
record ProgrammeView(
        @Schema(required = true) String name,
        @Schema(required = true) String slogan,

        @Schema(description = "Where people can call instead") @Nullable
        String phone,

        @Nullable Coded district,
        @Schema(required = true, examples = "Asia/Shanghai") String timeZone,
        @Schema(required = true) List<String> languages,

        @Schema(required = true, description = "Words for what is switched on here")
        List<String> features,

        @Schema(description = "Where a map comes from, if there is one") @Nullable
        MapView map,

        @Schema(required = true, description = "For how many days an account is new; nought: none is")
        int newcomerDays,

        @Schema(required = true, description = "How much a new account may post a day: topics, replies and reports")
        int newcomerPosts,

        @Schema(
                required = true,
                description = "How many claims a partner may have open at a time; nought: as many as it likes")
        int claimsAtOnce,

        @Schema(hidden = true) long version)
        implements Versioned {

    /** A map in tiles, as web maps are cut (EPSG:3857). */
    @Schema(name = "ProgrammeMap")
    record MapView(
            @Schema(
                    required = true,
                    description = "The address of a tile, with `{z}`, `{x}` and `{y}`",
                    examples = "https://tiles.example/{z}/{x}/{y}.png")
            String tiles,

            @Schema(description = "To be shown with the map: words, and perhaps an address after them") @Nullable
            String attribution) {}
}
