package org.hehuo.categories;

import static org.hehuo.kernel.security.Role.A;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.http.MergePatch;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;
import org.hehuo.kernel.text.Coded;
import org.hehuo.kernel.text.Language;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1")
@Tag(name = "categories", description = "What things are about")
@Idempotent
class CategoryResource {
    private static final int MOST_SUGGESTED = 3;

    final Categories categories;
    final CategoryService service;
    final CurrentCaller caller;

    CategoryResource(Categories categories, CategoryService service, CurrentCaller caller) {
        this.categories = categories;
        this.service = service;
        this.caller = caller;
    }

    @GET
    @Path("categories")
    @PermitAll
    @Operation(
            summary = "All categories, as a tree of two levels",
            description = "With those that are retired: what was about them still names them.")
    public Page<CategoryView> listCategories() {
        return Page.whole(below(null, caller.language()));
    }

    @GET
    @Path("categories/{code}")
    @PermitAll
    @Operation(summary = "One category, with the words by which it is suggested")
    public CategoryDetail getCategory(String code) {
        return service.view(code, caller.language());
    }

    @POST
    @Path("categories")
    @RolesAllowed(A)
    @ResponseStatus(201)
    @Operation(
            summary = "Add a category, the last of its whole",
            description = "A leaf's code is that of its whole and two digits more.")
    public CategoryDetail createCategory(@Valid NewCategory category) {
        service.create(category, caller.get());
        return service.fresh(category.code(), caller.language());
    }

    @PATCH
    @Path("categories/{code}")
    @RolesAllowed(A)
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(summary = "Change a category, retire it or take it back into use", description = """
                    Other `slaDays` hold for promises that are given from now on; those that were given stay. A category that is \
                    retired is neither suggested nor taken for what is new; what is about it already keeps it. A whole and its \
                    leaves are retired each by itself.""")
    public CategoryDetail changeCategory(
            String code,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = CategoryChange.class))) JsonNode patch) {
        service.change(code, ifMatch, patch, caller.get());
        return service.fresh(code, caller.language());
    }

    @GET
    @Path("categories/suggestions")
    @PermitAll
    @Operation(
            summary = "What a sentence may be about: at most three leaves, the likest first",
            description = "By the words that each category is known by; none where nothing sounds like one.")
    public Page<Coded> listCategorySuggestions(@RestQuery @NotBlank @Size(max = 500) String text) {
        return Page.whole(categories.likest(text, MOST_SUGGESTED).stream()
                .map(code -> categories.ref(code, caller.language()))
                .toList());
    }

    @GET
    @Path("fields")
    @PermitAll
    @Operation(summary = "The fields of the programme")
    public Page<Coded> listFields() {
        return Page.whole(categories.fields().stream()
                .map(code -> categories.field(code, caller.language()))
                .toList());
    }

    private List<CategoryView> below(@Nullable String parent, Language language) {
        return categories.all().stream()
                .filter(c -> Objects.equals(c.parent(), parent))
                .map(c -> new CategoryView(
                        c.code(),
                        language.choose(c.nameZh(), c.nameEn()),
                        categories.field(c.field(), language),
                        c.slaDays(),
                        c.retired(),
                        below(c.code(), language)))
                .toList();
    }
}
