package org.hehuo.topics;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much was said and done since the reader was here; 100 stands for “many”. */
@Schema(name = "ThreadNews")
record ThreadNews(
        @Schema(required = true, description = "Replies by others")
        int replies,

        @Schema(required = true) int steps,

        @Schema(required = true, description = "The moment of this answer: what to ask with next time")
        Instant asOf) {}
