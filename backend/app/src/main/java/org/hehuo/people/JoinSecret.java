package org.hehuo.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody shows who was sent a link. */
@Schema(name = "JoinAcceptance")
public record JoinSecret(
        @NotBlank @Size(max = 100) @Schema(description = "What stands behind the # of the link")
        String secret,

        @Pattern(regexp = "\\+?[0-9 -]{5,20}")
        @Schema(description = "The number that it was made for, if it was made for one")
        @Nullable
        String phone) {}
