package org.hehuo.moderation;

import static org.hehuo.kernel.security.Role.A;
import static org.hehuo.kernel.security.Role.S;
import static org.hehuo.moderation.WatchedWords.LONGEST;
import static org.hehuo.moderation.WatchedWords.MOST;
import static org.hehuo.moderation.WatchedWords.SHORTEST;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.security.CurrentCaller;

@Path("/api/v1/moderation/words")
@Tag(name = "moderation")
class WatchedWordResource {
    final WatchedWords words;
    final CurrentCaller caller;

    WatchedWordResource(WatchedWords words, CurrentCaller caller) {
        this.words = words;
        this.caller = caller;
    }

    @Schema(name = "WatchedWords")
    record Words(@Schema(required = true, maxItems = MOST) List<String> words) {}

    @GET
    @RolesAllowed({S, A})
    @Operation(summary = "The words because of which a post is held until somebody has looked at it")
    public Words listWatchedWords() {
        return new Words(words.all());
    }

    @PUT
    @Path("{word}")
    @RolesAllowed(A)
    @Operation(
            summary = "Watch for a word",
            description =
                    "In posts from now on; however it is spaced, dotted or written wide. Letters count as whole words.")
    public Words putWatchedWord(@Size(min = SHORTEST, max = LONGEST) String word) {
        words.put(word, caller.get());
        return new Words(words.fresh());
    }

    @DELETE
    @Path("{word}")
    @RolesAllowed(A)
    @Operation(summary = "Watch for it no more")
    public Words removeWatchedWord(@Size(min = SHORTEST, max = LONGEST) String word) {
        words.remove(word, caller.get());
        return new Words(words.fresh());
    }
}
