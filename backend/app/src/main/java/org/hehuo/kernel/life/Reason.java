package org.hehuo.kernel.life;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a step is taken, in words that the person concerned reads. */
public record Reason(
        @NotBlank @Size(max = 500) @Schema(examples = "院里最宽处不足六米，装不下篮球架。")
        String reason) {}
