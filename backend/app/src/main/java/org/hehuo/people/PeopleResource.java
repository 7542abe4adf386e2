package org.hehuo.people;

import static org.hehuo.kernel.security.Role.A;
import static org.hehuo.kernel.security.Role.S;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.life.Reason;
import org.hehuo.kernel.life.Remark;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;

@Path("/api/v1/people")
@Tag(name = "people", description = "Persons, for the district and for colleagues")
@Idempotent
class PeopleResource {
    final PeopleQueries queries;
    final PeopleService people;
    final CurrentCaller caller;

    PeopleResource(PeopleQueries queries, PeopleService people, CurrentCaller caller) {
        this.queries = queries;
        this.people = people;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({A, S})
    @Operation(summary = "List people, newest first; staff see their colleagues only")
    public Page<PersonView> listPeople(@BeanParam @Valid PersonQuery query) {
        return queries.page(query, caller.get());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({A, S})
    @Operation(summary = "One person; staff see their colleagues only")
    public PersonView getPerson(UUID id) {
        return queries.person(id, caller.get());
    }

    @POST
    @Path("{id}/disable")
    @RolesAllowed(A)
    @Operation(summary = "Shut somebody out at once; not oneself")
    public PersonView disablePerson(UUID id, @Valid Reason reason) {
        return people.disable(id, reason.reason(), caller.get());
    }

    @POST
    @Path("{id}/enable")
    @RolesAllowed(A)
    @Operation(summary = "Let somebody in again")
    public PersonView enablePerson(UUID id, @Valid Remark remark) {
        return people.enable(id, remark.text(), caller.get());
    }

    @PUT
    @Path("{id}/areas")
    @RolesAllowed(A)
    @Operation(summary = "Say for which areas a person works")
    public PersonView setPersonAreas(UUID id, @Valid PersonAreas areas) {
        return people.giveAreas(id, areas, caller.get());
    }

    /** Who takes it. */
    @Schema(name = "HandOverRequest")
    record HandOver(@NotNull UUID toPersonId) {}

    @POST
    @Path("{id}/hand-over")
    @RolesAllowed(A)
    @Operation(
            summary = "Put what lies on somebody's desk on a colleague's",
            description = "As far as the colleague works for its areas; what is left stands in `openWork`.")
    public PersonView handOverWork(UUID id, @Valid HandOver input) {
        return people.handOver(id, input.toPersonId(), caller.get());
    }
}
