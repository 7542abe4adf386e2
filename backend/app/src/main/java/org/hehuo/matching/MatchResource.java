package org.hehuo.matching;

import static org.hehuo.kernel.security.Role.P;
import static org.hehuo.kernel.security.Role.S;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.CurrentCaller;

@Path("/api/v1/matches")
@Tag(name = "matching")
class MatchResource {
    final MatchQueries matches;
    final CurrentCaller caller;

    MatchResource(MatchQueries matches, CurrentCaller caller) {
        this.matches = matches;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({P, S})
    @Operation(
            summary =
                    "Who could meet the needs of a project, or which projects a partner could take on: the best twenty",
            description =
                    "Asked for a project: partners that take part, may claim it and do not stand behind it yet. Asked for a"
                            + " partner: projects that are free, which it may claim. Each with its reasons and with what is missing.")
    public Page<Match> listMatches(@BeanParam @Valid MatchQuery query) {
        if (query.project() != null && query.partner() == null)
            return matches.forProject(query.project(), caller.get());
        if (query.partner() != null && query.project() == null)
            return matches.forPartner(query.partner(), caller.get());
        throw Problem.badParameter(ApiError.INVALID_PARAMETER, "project", "required");
    }
}
