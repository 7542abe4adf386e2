package org.hehuo.projects;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;
import org.hehuo.kernel.security.RequiresScope;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/stories")
@Tag(name = "projects")
class StoryResource {
    final StoryQueries stories;
    final CurrentCaller caller;

    StoryResource(StoryQueries stories, CurrentCaller caller) {
        this.stories = stories;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @RequiresScope("projects:read")
    @Operation(summary = "What was achieved: completed projects with their results, the latest first")
    public Page<StoryView> listStories(
            @RestQuery @Size(max = 20) List<String> area,
            @RestQuery @Size(max = 10) List<String> field,
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int pageSize,
            @RestQuery @Size(max = 400) @Nullable String cursor) {
        return stories.page(area, field, pageSize, cursor, caller.get());
    }
}
