package org.hehuo.people;

import static org.hehuo.kernel.security.Role.S;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.security.CurrentCaller;

@Path("/api/v1/me/absence")
@Tag(name = "me")
class AbsenceResource {
    final Absences absences;
    final PeopleQueries queries;
    final CurrentCaller caller;

    AbsenceResource(Absences absences, PeopleQueries queries, CurrentCaller caller) {
        this.absences = absences;
        this.queries = queries;
        this.caller = caller;
    }

    @PUT
    @RolesAllowed(S)
    @Operation(
            summary = "Say that I am away, and who stands in",
            description = "The colleague sees what is assigned to me, and is told of what comes. May be repeated.")
    public PersonView setAbsence(@Valid AbsenceView.Change absence) {
        absences.put(absence, caller.get());
        return queries.view(caller.get().personId(), caller.get());
    }

    @DELETE
    @RolesAllowed(S)
    @Operation(summary = "I am back; may be repeated")
    public PersonView clearAbsence() {
        absences.clear(caller.get());
        return queries.view(caller.get().personId(), caller.get());
    }
}
