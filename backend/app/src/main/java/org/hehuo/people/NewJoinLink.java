package org.hehuo.people;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.http.Confidential;

/** A link that was just made; it is told this once. */
@Schema(name = "NewJoinLink")
public record NewJoinLink(
        @Schema(required = true, examples = "https://hehuo.example/partners/HH-0001/join#…")
        String url) implements Confidential {}
