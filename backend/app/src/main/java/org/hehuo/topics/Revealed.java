package org.hehuo.topics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.http.Confidential;
import org.jspecify.annotations.Nullable;

/** Who stands behind a topic that does not say so. */
@Schema(name = "RevealedAuthor")
record Revealed(
        @Schema(required = true, description = "Who posted it: the resident, or the colleague who took the call")
        String displayName,

        @Schema(description = "Who was on the phone") NewTopic.@Nullable Caller phoneCaller)
        implements Confidential {}
