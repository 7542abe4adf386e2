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

        @Schema(hidden = true) long version)
        implements Versioned {}
