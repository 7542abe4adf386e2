package org.hehuo.topics;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.media.Photos;
import org.jspecify.annotations.Nullable;

/** What the author may change while the topic is open. */
@Schema(name = "TopicChange")
record TopicChange(
        @NotBlank @Size(max = 60) String title,
        @NotBlank @Size(max = 4000) String body,
        @Size(min = 1, max = 10) @Nullable String category,
        @Size(max = 80) @Nullable String place,
        @Valid @Nullable Position position,
        @Size(max = Photos.MOST) @Nullable List<@NotNull UUID> photoIds) {}
