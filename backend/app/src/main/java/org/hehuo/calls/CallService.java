package org.hehuo.calls;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hehuo.areas.Areas;
import org.hehuo.categories.Categories;
import org.hehuo.kernel.http.IfMatch;
import org.hehuo.kernel.http.MergePatch;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.life.Timeline;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.hehuo.media.Photos;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Writing, publishing and closing a call. */
@ApplicationScoped
public class CallService {
    final Jdbi jdbi;
    final CallStore store;
    final CallQueries queries;
    final Areas areas;
    final Categories categories;
    final MergePatch patches;
    final Photos photos;
    final Lifecycle lifecycle;
    final Timeline timeline;
    final WorkCalendars calendars;
    final Time time;

    CallService(
            Jdbi jdbi,
            CallStore store,
            CallQueries queries,
            Areas areas,
            Categories categories,
            MergePatch patches,
            Photos photos,
            Lifecycle lifecycle,
            Timeline timeline,
            WorkCalendars calendars,
            Time time) {
        this.jdbi = jdbi;
        this.store = store;
        this.queries = queries;
        this.areas = areas;
        this.categories = categories;
        this.patches = patches;
        this.photos = photos;
        this.lifecycle = lifecycle;
        this.timeline = timeline;
        this.calendars = calendars;
        this.time = time;
    }

    @Transactional
    public CallView create(CallForm form, Caller caller) {
        check(form, null, List.of());
        String id = jdbi.withHandle(h -> fill(h.createQuery("""
                insert into call (id, state, title, body, area_code, fields, categories, closes_on, created_by, created_at,
                    updated_at)
                values ('C-' || extract(year from cast(:now as timestamptz) at time zone 'UTC') || '-'
                        || padded(nextval('call_number'), 4),
                    'draft', :title, :body, :area, :fields, :categories, :closesOn, :me, :now, :now)
                returning id
                """), form)
                .bind("me", caller.personId())
                .mapTo(String.class)
                .one());
        var made = store.find(id, caller);
        cover(made, form, caller);
        timeline.record(made, "create", null, made.state(), caller, null);
        return queries.view(id, caller);
    }

    @Transactional
    CallView edit(String id, @Nullable String ifMatch, JsonNode patch, Caller caller) {
        var call = store.lock(id, caller);
        if (!call.isEditable()) throw CallAction.refusal(ApiError.WRONG_STATE, call, caller);
        IfMatch.check(ifMatch, call.version());
        var current = queries.editable(id);
        var form = patches.apply(current, patch, CallForm.class);
        check(form, call.closesOn(), current.categoryCodes());
        jdbi.useHandle(h -> fill(h.createUpdate("""
                update call set title = :title, body = :body, area_code = :area, fields = :fields, categories = :categories,
                    closes_on = :closesOn, updated_at = :now, version = version + 1
                where id = :id
                """), form).bind("id", id).execute());
        cover(call, form, caller);
        timeline.record(call, "edit", call.state(), call.state(), caller, null);
        return queries.view(id, caller);
    }

    private void check(CallForm form, @Nullable LocalDate closedOnSoFar, List<String> aboutSoFar) {
        areas.require(form.areaCode(), "areaCode");
        form.fieldCodes().forEach(code -> categories.requireField(code, "fieldCodes"));
        form.categoryCodes().stream()
                .filter(code -> !aboutSoFar.contains(code))
                .forEach(code -> categories.require(code, "categoryCodes"));
        if (form.closesOn() != null && !form.closesOn().equals(closedOnSoFar)) {
            calendars.requireAhead(form.closesOn(), calendars.dayOf(time.instant()), "closesOn");
        }
    }

    private <T extends SqlStatement<T>> T fill(T statement, CallForm form) {
        return statement
                .bind("title", form.title())
                .bind("body", form.body())
                .bind("area", form.areaCode())
                .bind("fields", form.fieldCodes().toArray(String[]::new))
                .bind("categories", form.categoryCodes().toArray(String[]::new))
                .bind("closesOn", form.closesOn())
                .bind("now", time.instant());
    }

    /** Whoever edits may leave the cover that somebody else hung. */
    private void cover(Call call, CallForm form, Caller caller) {
        var pictures = Stream.of(form.photoId()).filter(Objects::nonNull).toList();
        photos.hang(call.ref(), Photos.Place.SHOWN, pictures, "photoId", List.of(call.ref()), caller);
    }

    @Transactional
    public CallView publish(String id, @Nullable String text, Caller caller) {
        var call = store.lock(id, caller);
        if (call.closesOn() != null) {
            calendars.requireAhead(call.closesOn(), calendars.dayOf(time.instant()), "closesOn");
        }
        lifecycle.apply(call, CallAction.PUBLISH, caller, text);
        stamp("update call set published_at = :now where id = :id", id);
        return queries.view(id, caller);
    }

    @Transactional
    public CallView close(String id, @Nullable String text, Caller caller) {
        close(store.lock(id, caller), CallAction.CLOSE, text, caller);
        return queries.view(id, caller);
    }

    void close(Call call, CallAction how, @Nullable String text, Caller caller) {
        lifecycle.apply(call, how, caller, text);
        stamp("update call set closed_at = :now where id = :id", call.id());
    }

    private void stamp(String sql, String id) {
        jdbi.useHandle(h ->
                h.createUpdate(sql).bind("now", time.instant()).bind("id", id).execute());
    }
}
