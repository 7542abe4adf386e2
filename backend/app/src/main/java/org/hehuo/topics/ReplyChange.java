package org.hehuo.topics;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ReplyChange")
record ReplyChange(@NotBlank @Size(max = 2000) String body) {}
