package org.hehuo.areas;

import static org.hehuo.kernel.security.Role.A;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/areas")
@Tag(name = "areas", description = "District, subdistricts, communities, compounds")
@Idempotent
class AreaResource {
    final AreaService areas;
    final CurrentCaller caller;

    AreaResource(AreaService areas, CurrentCaller caller) {
        this.areas = areas;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(summary = "List areas, by code")
    public Page<AreaView> listAreas(@BeanParam @Valid AreaQuery query) {
        return areas.page(query);
    }

    @GET
    @Path("{code}")
    @PermitAll
    @Operation(summary = "One area with the names above it")
    public AreaView getArea(String code) {
        return areas.view(code);
    }

    @POST
    @RolesAllowed(A)
    @ResponseStatus(201)
    @Operation(summary = "Add an area below an existing one")
    public AreaView createArea(@Valid NewArea area) {
        areas.create(area, caller.get());
        return areas.fresh(area.code());
    }

    @POST
    @Path("{code}/rename")
    @RolesAllowed(A)
    @Operation(summary = "Give an area another name")
    public AreaView renameArea(String code, @Valid AreaName name) {
        areas.rename(code, name.name(), caller.get());
        return areas.fresh(code);
    }

    @POST
    @Path("{code}/retire")
    @RolesAllowed(A)
    @Operation(summary = "Let an area take nothing new any more")
    public AreaView retireArea(String code) {
        areas.retire(code, caller.get());
        return areas.fresh(code);
    }

    /** What an area is called. */
    record AreaName(@NotBlank @Size(max = 60) String name) {}
}
