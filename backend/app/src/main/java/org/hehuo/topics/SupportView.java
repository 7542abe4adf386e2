package org.hehuo.topics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "TopicSupport")
record SupportView(
        @Schema(required = true) int supportCount,
        @Schema(required = true) boolean supportedByMe) {}
