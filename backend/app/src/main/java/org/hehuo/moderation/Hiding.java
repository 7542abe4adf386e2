package org.hehuo.moderation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a post is hidden: in words for its author, and for the public counts. */
@Schema(name = "Hide")
public record Hiding(
        @NotBlank @Size(max = 500) @Schema(examples = "含有他人的隐私。")
        String reason,

        @Schema(description = "Where it is absent: what was reported first; `other` if nobody did") @Nullable
        Cause cause) {}
