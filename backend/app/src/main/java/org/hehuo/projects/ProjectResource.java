package org.hehuo.projects;

import static org.hehuo.kernel.security.Role.P;
import static org.hehuo.kernel.security.Role.S;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.areas.AreaCode;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.http.MergePatch;
import org.hehuo.kernel.life.TimelineItem;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;
import org.hehuo.kernel.security.RequiresScope;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/projects")
@Tag(name = "projects", description = "Needs made claimable, and what is done about them")
@Idempotent
class ProjectResource {
    final ProjectListQueries lists;
    final ProjectQueries queries;
    final OpenNeeds needs;
    final ProjectService projects;
    final ProgressService progress;
    final CurrentCaller caller;

    ProjectResource(
            ProjectListQueries lists,
            ProjectQueries queries,
            OpenNeeds needs,
            ProjectService projects,
            ProgressService progress,
            CurrentCaller caller) {
        this.lists = lists;
        this.queries = queries;
        this.needs = needs;
        this.projects = projects;
        this.progress = progress;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @RequiresScope("projects:read")
    @Operation(summary = "List projects")
    public Page<ProjectRow> listProjects(@BeanParam @Valid ProjectQuery query) {
        return lists.page(query, caller.get());
    }

    @GET
    @Path("open-needs")
    @PermitAll
    @RequiresScope("projects:read")
    @Operation(summary = "How many projects can be claimed now, by field, group of categories and area")
    public OpenNeedsView countOpenNeeds(@RestQuery @Pattern(regexp = AreaCode.PATTERN) @Nullable String area) {
        return needs.of(area, caller.get().language());
    }

    @GET
    @Path("{id}")
    @PermitAll
    @RequiresScope("projects:read")
    @Operation(summary = "One project")
    public ProjectView getProject(String id) {
        return queries.view(id, caller.get());
    }

    @GET
    @Path("{id}/timeline")
    @PermitAll
    @RequiresScope("projects:read")
    @Operation(summary = "What happened to a project and its claims, oldest first")
    public Page<TimelineItem> getProjectTimeline(String id) {
        return Page.whole(queries.timeline(id, caller.get()));
    }

    @GET
    @Path("{id}/outcome")
    @PermitAll
    @RequiresScope("projects:read")
    @Operation(summary = "What came of a project")
    public OutcomeView getProjectOutcome(String id) {
        return queries.outcome(id, caller.get());
    }

    @POST
    @RolesAllowed(S)
    @ResponseStatus(201)
    @Operation(summary = "Draft a project, from topics or from none")
    public ProjectView createProject(@Valid NewProject project) {
        return projects.create(project, caller.get());
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(S)
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(summary = "Change a project while nobody holds it")
    public ProjectView changeProject(
            String id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ProjectChange.class))) JsonNode patch) {
        return projects.edit(id, ifMatch, patch, caller.get());
    }

    @GET
    @Path("{id}/progress")
    @PermitAll
    @RequiresScope("projects:read")
    @Operation(summary = "The log of a project, newest first")
    public Page<ProgressView> listProgress(
            String id,
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int pageSize,
            @RestQuery @Size(max = 400) @Nullable String cursor) {
        return progress.page(id, pageSize, cursor, caller.get());
    }

    @POST
    @Path("{id}/progress")
    @RolesAllowed({P, S})
    @RequiresScope("claims:write")
    @ResponseStatus(201)
    @Operation(summary = "Tell what was done")
    public ProgressView addProgress(String id, @Valid ProjectInput.NewProgress entry) {
        return progress.add(id, entry, caller.get());
    }
}
