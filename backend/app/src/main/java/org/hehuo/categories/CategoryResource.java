package org.hehuo.categories;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;
import org.hehuo.kernel.text.Coded;
import org.hehuo.kernel.text.Language;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1")
@Tag(name = "categories", description = "What things are about")
class CategoryResource {
    private static final int MOST_SUGGESTED = 3;

    final Categories categories;
    final CurrentCaller caller;

    CategoryResource(Categories categories, CurrentCaller caller) {
        this.categories = categories;
        this.caller = caller;
    }

    @GET
    @Path("categories")
    @PermitAll
    @Operation(summary = "All categories, as a tree of two levels")
    public Page<CategoryView> listCategories() {
        return Page.whole(below(null, caller.language()));
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
                        below(c.code(), language)))
                .toList();
    }
}
