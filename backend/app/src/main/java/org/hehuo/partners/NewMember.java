package org.hehuo.partners;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.people.Memberships;
import org.jspecify.annotations.Nullable;

/** Somebody who joins a partner, named in one way or the other: an owner, who sees no list of people, asks for the user name. */
public record NewMember(
        @Schema(description = "A person who has signed in once") @Nullable
        UUID personId,

        @Size(min = 1, max = 100) @Schema(description = "The same person's user name, instead") @Nullable
        String username,

        @Schema(description = "A member if absent") Memberships.@Nullable Place role) {}
