package org.hehuo.kernel.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of every error (RFC 9457). */
@Schema(name = "Problem", description = "What went wrong and what to do about it (RFC 9457)")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(
        @Schema(required = true, examples = "https://hehuo.example/problems/claim.slot_taken")
        URI type,

        @Schema(required = true, examples = "名额已满") String title,
        @Schema(required = true, examples = "409") int status,

        @Schema(required = true, description = "Stable; programs compare this", examples = "claim.slot_taken")
        String code,

        @Schema(required = true, description = "In the caller's language")
        String detail,

        @Nullable List<Violation> violations,

        @Schema(description = "On 409: the state that the thing is in") @Nullable
        String state,

        @Schema(description = "On 409: what the caller may do now") @Nullable
        List<String> allowedActions,

        @Schema(
                required = true,
                description = "Quote this when asking for help",
                examples = "4bf92f3577b34da6a3ce929d0e0e4736")
        String traceId) {

    public static final String MEDIA_TYPE = "application/problem+json";
}
