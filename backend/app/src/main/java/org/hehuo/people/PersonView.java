package org.hehuo.people;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.http.Versioned;
import org.hehuo.kernel.security.Role;
import org.hehuo.kernel.text.Coded;
import org.jspecify.annotations.Nullable;

/** A person as the district sees it. No contact. */
@Schema(name = "Person")
public record PersonView(
        @Schema(required = true) UUID id,
        @Schema(required = true) String username,
        @Schema(required = true) String displayName,

        @Schema(
                required = true,
                description = "What our tables give; administrators are known to the identity provider")
        List<Role> roles,

        @Schema(required = true) List<Coded> areas,
        @Schema(required = true) List<MembershipView> memberships,
        @Schema(required = true) boolean disabled,

        @Schema(description = "Topics that wait for this person's answer; of one person, not in lists") @Nullable
        Integer openWork,

        @Schema(description = "For staff: when they are away, now or later") @Nullable
        AbsenceView absence,

        @Schema(required = true) List<String> allowedActions,
        @Schema(hidden = true) long version)
        implements Versioned {

    PersonView with(int work) {
        var allowed = work > 0 && !allowedActions.isEmpty()
                ? Stream.concat(allowedActions.stream(), Stream.of("hand-over")).toList()
                : allowedActions;
        return new PersonView(
                id, username, displayName, roles, areas, memberships, disabled, work, absence, allowed, version);
    }
}
