package org.hehuo.people;

import static org.hehuo.kernel.security.Role.R;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.http.MergePatch;
import org.hehuo.kernel.security.CurrentCaller;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/me")
@Tag(name = "me", description = "Whoever is signed in")
class MeResource {
    final PeopleQueries queries;
    final PeopleService people;
    final CurrentCaller caller;

    MeResource(PeopleQueries queries, PeopleService people, CurrentCaller caller) {
        this.queries = queries;
        this.people = people;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(R)
    @Operation(summary = "Who I am and what I may reach")
    public MeView getMe() {
        return queries.me(caller.get());
    }

    @PATCH
    @RolesAllowed(R)
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(summary = "Change what is known of me")
    public MeView changeMe(
            @RestHeader("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = MyChange.class))) JsonNode patch) {
        return people.changeMe(ifMatch, patch, caller.get());
    }
}
