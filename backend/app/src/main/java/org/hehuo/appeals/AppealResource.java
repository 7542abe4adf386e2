package org.hehuo.appeals;

import static org.hehuo.kernel.security.Role.A;
import static org.hehuo.kernel.security.Role.R;
import static org.hehuo.kernel.security.Role.S;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.life.Reason;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;

@Path("/api/v1/appeals")
@Tag(name = "appeals", description = "What was declined or hidden, looked at by somebody else")
@Idempotent
class AppealResource {
    final AppealQueries queries;
    final AppealService appeals;
    final CurrentCaller caller;

    AppealResource(AppealQueries queries, AppealService appeals, CurrentCaller caller) {
        this.queries = queries;
        this.appeals = appeals;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(R)
    @Operation(summary = "One's own appeals; for staff those in their areas, for the district all; newest first")
    public Page<AppealView> listAppeals(@BeanParam @Valid AppealQuery query) {
        return queries.page(query, caller.get());
    }

    @GET
    @Path("{id}")
    @RolesAllowed(R)
    @Operation(summary = "One appeal, for who appeals and those who may decide")
    public AppealView getAppeal(UUID id) {
        return queries.view(id, caller.get());
    }

    @POST
    @Path("{id}/uphold")
    @RolesAllowed({S, A})
    @Operation(summary = "The appellant is right: what was decided is taken back")
    public AppealView upholdAppeal(UUID id, @Valid Reason input) {
        return appeals.uphold(id, input.reason(), caller.get());
    }

    @POST
    @Path("{id}/dismiss")
    @RolesAllowed({S, A})
    @Operation(summary = "It stays as it was decided")
    public AppealView dismissAppeal(UUID id, @Valid Reason input) {
        return appeals.dismiss(id, input.reason(), caller.get());
    }
}
