package org.hehuo.programme;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What staff often say when they take a step with a topic: to begin with, not to send as it is. */
@Schema(name = "ReasonTemplates")
record ReasonTemplates(
        @Schema(required = true) OfStep step,

        @Schema(required = true, description = "In the order in which they are offered")
        List<String> texts) {

    @Schema(name = "ReasonStep")
    enum OfStep {
        DECLINE,
        ASK,
        TRANSFER,
        SEND_BACK,
        HIDE,
        RESOLVE
    }

    @Schema(name = "ReasonTemplatesChange")
    record Change(@NotNull @Size(max = 20) List<@NotBlank @Size(max = 200) String> texts) {}
}
