package org.hehuo.inbox;

import static org.hehuo.kernel.security.Role.S;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.security.CurrentCaller;

@Path("/api/v1/inbox")
@Tag(name = "inbox", description = "What waits for a community worker")
class InboxResource {
    final InboxQueries queries;
    final CurrentCaller caller;

    InboxResource(InboxQueries queries, CurrentCaller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(S)
    @Operation(
            summary = "How much lies in each tray of my areas, the numbers of the day, and my filters",
            description = "What lies there is read by the lists: of topics, of projects, of claims.")
    public InboxView getInbox() {
        return queries.view(caller.get());
    }
}
