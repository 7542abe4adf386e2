package org.hehuo.applications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hehuo.areas.Areas;
import org.hehuo.calls.Calls;
import org.hehuo.categories.Categories;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.life.Timeline;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Vault;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.hehuo.media.Photos;
import org.hehuo.notifications.Titled;
import org.hehuo.projects.Projects;
import org.hehuo.topics.Topics;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Applying, and sending it again when something was missing. */
@ApplicationScoped
public class ApplicationService {
    /** Promised to whoever applies: an answer within so many working days. */
    private static final int DAYS_TO_ANSWER = 3;

    private static final int DISTRICT_DIGITS = 6;

    final Jdbi jdbi;
    final ApplicationStore store;
    final ApplicationQueries queries;
    final Areas areas;
    final Categories categories;
    final Calls calls;
    final Topics topics;
    final Projects projects;
    final Photos photos;
    final Vault vault;
    final Lifecycle lifecycle;
    final Timeline timeline;
    final Outbox outbox;
    final WorkCalendars calendars;
    final ObjectMapper json;
    final Time time;

    ApplicationService(
            Jdbi jdbi,
            ApplicationStore store,
            ApplicationQueries queries,
            Areas areas,
            Categories categories,
            Calls calls,
            Topics topics,
            Projects projects,
            Photos photos,
            Vault vault,
            Lifecycle lifecycle,
            Timeline timeline,
            Outbox outbox,
            WorkCalendars calendars,
            ObjectMapper json,
            Time time) {
        this.jdbi = jdbi;
        this.store = store;
        this.queries = queries;
        this.areas = areas;
        this.categories = categories;
        this.calls = calls;
        this.topics = topics;
        this.projects = projects;
        this.photos = photos;
        this.vault = vault;
        this.lifecycle = lifecycle;
        this.timeline = timeline;
        this.outbox = outbox;
        this.calendars = calendars;
        this.json = json;
        this.time = time;
    }

    /** An organisation applies; the promise of an answer begins to run. */
    @Transactional
    public ApplicationView submit(NewApplication form, Caller caller) {
        check(form, caller);
        if (form.callId() != null) calls.requireOpen(form.callId(), "callId");
        UUID id = jdbi.withHandle(h -> fill(h.createQuery("""
                insert into partner_application (state, applicant_id, area_code, name, kind, credit_code, intro, contact, areas,
                    fields, offers, call_id, topic_id, project_id, due_at, created_at, updated_at)
                values ('submitted', :me, :area, :name, :kind, :code, :intro, :contact, :areas, :fields,
                    cast(:offers as jsonb), :call, :topic, :project, :due, :now, :now)
                returning id
                """), form)
                .bind("me", caller.personId())
                .mapTo(UUID.class)
                .one());
        var made = store.find(id, caller);
        licence(made, form, caller);
        timeline.record(made, "submit", null, made.state(), caller, null);
        outbox.emit("submitted", made, caller, made.eventData());
        return queries.view(id, caller);
    }

    /** The same with what was missing; the promise begins anew. */
    @Transactional
    public ApplicationView resubmit(UUID id, NewApplication form, Caller caller) {
        var application = store.lock(id, caller);
        lifecycle.apply(application, PartnerApplicationAction.RESUBMIT, caller, null, application.eventData());
        check(form, caller);
        jdbi.useHandle(h -> fill(h.createUpdate("""
                update partner_application set area_code = :area, name = :name, kind = :kind, credit_code = :code, intro = :intro,
                    contact = :contact, areas = :areas, fields = :fields, offers = cast(:offers as jsonb), call_id = :call,
                    topic_id = :topic, project_id = :project, due_at = :due, reason = null
                where id = :id
                """), form).bind("id", id).execute());
        licence(application, form, caller);
        return queries.view(id, caller);
    }

    private void check(NewApplication form, Caller caller) {
        form.areaCodes().forEach(code -> areas.require(code, "areaCodes"));
        form.fieldCodes().forEach(code -> categories.requireField(code, "fieldCodes"));
        form.offers()
                .forEach(offer ->
                        offer.categoryCodes().forEach(code -> categories.require(code, "offers.categoryCodes")));
        requireSeen(calls, form.callId(), "callId", caller);
        requireSeen(topics, form.topicId(), "topicId", caller);
        requireSeen(projects, form.projectId(), "projectId", caller);
    }

    private static void requireSeen(Titled things, @Nullable String id, String field, Caller caller) {
        if (id != null && things.titles(List.of(id), caller).isEmpty()) throw Problem.invalid(field, "not_found");
    }

    private <T extends SqlStatement<T>> T fill(T statement, NewApplication form) {
        var filled = statement
                .bind("area", form.areaCodes().getFirst().substring(0, DISTRICT_DIGITS))
                .bind("name", form.name())
                .bind("kind", form.kind())
                .bind("code", form.creditCode())
                .bind("intro", form.intro())
                .bind("contact", form.contact().lock(vault))
                .bind("areas", form.areaCodes().stream().distinct().toArray(String[]::new))
                .bind("fields", form.fieldCodes().stream().distinct().toArray(String[]::new))
                .bind("offers", write(form.offers()));
        return filled.bind("call", form.callId())
                .bind("topic", form.topicId())
                .bind("project", form.projectId())
                .bind("due", due())
                .bind("now", time.instant());
    }

    private Instant due() {
        var now = time.instant();
        return calendars.around(calendars.dayOf(now)).endOfWorkingDay(now, DAYS_TO_ANSWER);
    }

    private String write(List<Offer> offers) {
        try {
            return json.writeValueAsString(offers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("offers are plain values", e);
        }
    }

    private void licence(PartnerApplication application, NewApplication form, Caller caller) {
        var pictures = Stream.of(form.licencePhotoId()).filter(Objects::nonNull).toList();
        photos.hang(application.ref(), Photos.Place.SHOWN, pictures, "licencePhotoId", List.of(), caller);
    }
}
