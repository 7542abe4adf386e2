package org.hehuo.search;

import io.quarkus.arc.All;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/suggestions")
@Tag(name = "search", description = "What somebody may be looking for")
class SuggestionResource {
    private static final int MOST_OF_A_KIND = 4;

    final List<Searchable> features;
    final CurrentCaller caller;

    SuggestionResource(@All List<Searchable> features, CurrentCaller caller) {
        this.features = features;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Topics, projects and partners whose title has these words, while they are typed",
            description = "At most four of a kind, the newest first.")
    public Page<Suggestion> listSuggestions(@RestQuery @NotBlank @Size(max = 60) String q) {
        var asker = caller.get();
        return Page.whole(features.stream()
                .flatMap(feature -> feature.suggest(q, MOST_OF_A_KIND, asker).stream())
                .toList());
    }
}
