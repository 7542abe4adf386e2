package org.hehuo.topics;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.media.Photos;
import org.jspecify.annotations.Nullable;

/** A post in a topic's thread. */
public record NewReply(
        @NotBlank @Size(max = 2000) String body,

        @Schema(
                description =
                        "The reply that this answers; two levels at most: an answer to an answer joins its parent")
        @Nullable
        UUID parentId,

        @Schema(description = "A reply of the same thread, of which the beginning is shown above this one") @Nullable
        UUID quoteId,

        @Size(max = Photos.MOST) @Schema(description = "The caller's own uploads, in this order") @Nullable
        List<@NotNull UUID> photoIds,

        @Schema(description = "Staff of the area only: the office answers") @Nullable
        Boolean official) {}
