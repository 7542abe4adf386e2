package org.hehuo.inbox;

import static org.hehuo.kernel.security.Role.S;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/me/saved-filters")
@Tag(name = "inbox")
@Idempotent
class SavedFilterResource {
    final SavedFilterService filters;
    final CurrentCaller caller;

    SavedFilterResource(SavedFilterService filters, CurrentCaller caller) {
        this.filters = filters;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(S)
    @Operation(summary = "My filters of the inbox")
    public Page<SavedFilter> listSavedFilters() {
        return Page.whole(filters.of(caller.get()));
    }

    @POST
    @RolesAllowed(S)
    @ResponseStatus(201)
    @Operation(
            summary = "Keep a filter of the inbox",
            description = "Twenty at most; 409 `saved_filter.too_many`. One of the same name is replaced.")
    public SavedFilter saveFilter(@Valid SavedFilter.New filter) {
        return filters.save(filter, caller.get());
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(S)
    @ResponseStatus(204)
    @Operation(summary = "Keep a filter no longer")
    public void forgetFilter(UUID id) {
        filters.forget(id, caller.get());
    }
}
