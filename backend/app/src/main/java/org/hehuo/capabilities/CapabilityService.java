package org.hehuo.capabilities;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hehuo.areas.Areas;
import org.hehuo.categories.Categories;
import org.hehuo.kernel.http.IfMatch;
import org.hehuo.kernel.http.MergePatch;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.life.Timeline;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.media.Photos;
import org.hehuo.partners.Partners;
import org.hehuo.people.Memberships;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** What a partner's owners say that it can give. */
@ApplicationScoped
public class CapabilityService {
    final Jdbi jdbi;
    final CapabilityStore store;
    final CapabilityQueries queries;
    final Partners partners;
    final Memberships memberships;
    final Areas areas;
    final Categories categories;
    final MergePatch patches;
    final Photos photos;
    final Lifecycle lifecycle;
    final Timeline timeline;
    final Time time;

    CapabilityService(
            Jdbi jdbi,
            CapabilityStore store,
            CapabilityQueries queries,
            Partners partners,
            Memberships memberships,
            Areas areas,
            Categories categories,
            MergePatch patches,
            Photos photos,
            Lifecycle lifecycle,
            Timeline timeline,
            Time time) {
        this.jdbi = jdbi;
        this.store = store;
        this.queries = queries;
        this.partners = partners;
        this.memberships = memberships;
        this.areas = areas;
        this.categories = categories;
        this.patches = patches;
        this.photos = photos;
        this.lifecycle = lifecycle;
        this.timeline = timeline;
        this.time = time;
    }

    @Transactional
    public CapabilityView create(String partner, CapabilityForm form, Caller caller) {
        if (!partners.isActive(partner)) throw Problem.of(ApiError.NOT_FOUND);
        if (!memberships.isManagedBy(partner, caller)) throw Problem.of(ApiError.FORBIDDEN);
        check(form, List.of());
        return queries.view(partner, add(partner, form, caller), caller);
    }

    /** What it said when it applied stands in the directory from its first day. */
    public void takeOver(String partner, List<CapabilityForm> offered, Caller caller) {
        for (var form : offered) {
            check(form, form.categoryCodes());
            add(partner, form, caller);
        }
    }

    private UUID add(String partner, CapabilityForm form, Caller caller) {
        var id = jdbi.withHandle(h -> fill(h.createQuery("""
                insert into capability (partner_id, state, kind, title, description, categories, areas, quantity, monthly, unit,
                    availability, charge, created_at, updated_at)
                values (:partner, 'active', :kind, :title, :text, :categories, :areas, :quantity, :monthly, :unit,
                    :availability, :charge, :now, :now)
                returning id
                """), form)
                .bind("partner", partner)
                .mapTo(UUID.class)
                .one());
        var made = store.lock(partner, id, caller);
        show(made, form, caller);
        timeline.record(made, "create", null, made.state(), caller, null);
        return id;
    }

    @Transactional
    CapabilityView edit(String partner, UUID id, @Nullable String ifMatch, JsonNode patch, Caller caller) {
        var capability = store.lock(partner, id, caller);
        if (!capability.isManagedBy(caller)) throw Problem.of(ApiError.FORBIDDEN);
        if (capability.state() == CapabilityState.RETIRED) {
            throw CapabilityAction.refusal(ApiError.WRONG_STATE, capability, caller);
        }
        IfMatch.check(ifMatch, capability.version());
        var current = queries.editable(capability, caller);
        var form = patches.apply(current, patch, CapabilityForm.class);
        check(form, current.categoryCodes());
        jdbi.useHandle(h -> fill(h.createUpdate("""
                update capability set kind = :kind, title = :title, description = :text, categories = :categories,
                    areas = :areas, quantity = :quantity, monthly = :monthly, unit = :unit, availability = :availability,
                    charge = :charge, updated_at = :now, version = version + 1
                where id = :id
                """), form).bind("id", id).execute());
        show(capability, form, caller);
        timeline.record(capability, "edit", capability.state(), capability.state(), caller, null);
        return queries.view(partner, id, caller);
    }

    private void check(CapabilityForm form, List<String> kept) {
        form.categoryCodes().stream()
                .filter(code -> !kept.contains(code))
                .forEach(code -> categories.require(code, "categoryCodes"));
        form.areaCodes().forEach(code -> areas.require(code, "areaCodes"));
        boolean counted = form.quantity() != null || form.monthly() != null;
        if (counted && form.unit() == null) throw Problem.invalid("unit", "required");
    }

    private <T extends SqlStatement<T>> T fill(T statement, CapabilityForm form) {
        return statement
                .bind("kind", form.kind())
                .bind("title", form.title())
                .bind("text", form.text())
                .bind("categories", form.categoryCodes().toArray(String[]::new))
                .bind("areas", form.areaCodes().toArray(String[]::new))
                .bind("quantity", form.quantity())
                .bind("monthly", form.monthly())
                .bind("unit", form.unit())
                .bind("availability", form.availability())
                .bind("charge", form.charge())
                .bind("now", time.instant());
    }

    private void show(Capability capability, CapabilityForm form, Caller caller) {
        photos.hang(
                capability.ref(), Photos.Place.SHOWN, form.photoIds(), "photoIds", List.of(capability.ref()), caller);
    }

    @Transactional
    public CapabilityView step(String partner, UUID id, CapabilityAction action, @Nullable String text, Caller caller) {
        lifecycle.apply(store.lock(partner, id, caller), action, caller, text);
        return queries.view(partner, id, caller);
    }
}
