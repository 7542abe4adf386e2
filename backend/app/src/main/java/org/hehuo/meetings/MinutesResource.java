package org.hehuo.meetings;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.security.CurrentCaller;
import org.hehuo.kernel.security.RequiresScope;
import org.hehuo.kernel.text.Csv;

@Path("/api/v1/meetings/{id}")
@Tag(name = "meetings")
class MinutesResource {
    private static final String PDF = "application/pdf";

    final Minutes minutes;
    final MinutesPaper paper;
    final CurrentCaller caller;

    MinutesResource(Minutes minutes, MinutesPaper paper, CurrentCaller caller) {
        this.minutes = minutes;
        this.paper = paper;
        this.caller = caller;
    }

    @GET
    @Path("minutes")
    @PermitAll
    @RequiresScope("projects:read")
    @Operation(
            summary = "Who came, what was claimed when, what is left",
            description = "From the meeting's beginning on; also as `minutes.pdf` and `minutes.csv`.")
    public MinutesView getMeetingMinutes(String id) {
        return minutes.of(id, caller.get());
    }

    @GET
    @Path("minutes.pdf")
    @PermitAll
    @RequiresScope("projects:read")
    @Produces(PDF)
    @Operation(summary = "The minutes to be printed (A4)")
    public Response getMeetingMinutesAsPdf(String id) {
        var who = caller.get();
        return file(id + ".pdf", PDF, paper.pdf(minutes.of(id, who), who.language()));
    }

    @GET
    @Path("minutes.csv")
    @PermitAll
    @RequiresScope("projects:read")
    @Produces(Csv.MEDIA_TYPE)
    @Operation(summary = "What was claimed when, and what is left, as CSV", description = "As the exports are written.")
    public Response getMeetingMinutesAsCsv(String id) {
        var who = caller.get();
        return file(id + ".csv", Csv.MEDIA_TYPE, paper.csv(minutes.of(id, who), who.language()));
    }

    private static Response file(String name, String type, byte[] content) {
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
