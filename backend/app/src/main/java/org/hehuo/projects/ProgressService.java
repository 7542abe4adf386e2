package org.hehuo.projects;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.uuid;
import static org.hehuo.media.Photos.Place.SHOWN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.hehuo.media.Photos;
import org.hehuo.partners.PartnerBelongings;
import org.hehuo.partners.Partners;
import org.hehuo.people.People;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A project's log: what was done, when. */
@ApplicationScoped
public class ProgressService implements PartnerBelongings {
    static final String KIND = "progress_entry";
    private static final Sort NEWEST = Sort.descending("created_at", "timestamptz");
    private static final Sort ID = Sort.descending("id", "uuid");

    final Jdbi jdbi;
    final Select.Pages pages;
    final ProjectStore store;
    final Partners partners;
    final People people;
    final Photos photos;
    final Outbox outbox;
    final WorkCalendars calendars;
    final Time time;

    ProgressService(
            Jdbi jdbi,
            Select.Pages pages,
            ProjectStore store,
            Partners partners,
            People people,
            Photos photos,
            Outbox outbox,
            WorkCalendars calendars,
            Time time) {
        this.jdbi = jdbi;
        this.pages = pages;
        this.store = store;
        this.partners = partners;
        this.people = people;
        this.photos = photos;
        this.outbox = outbox;
        this.calendars = calendars;
        this.time = time;
    }

    private record Row(
            UUID id,
            String text,
            LocalDate occurredOn,
            UUID author,
            @Nullable String partner,
            Instant createdAt) {}

    Page<ProgressView> page(String projectId, int size, @Nullable String cursor, Caller caller) {
        store.find(projectId, caller);
        var list = Select.of("id, text, occurred_on, author_id, partner_id, created_at", "from progress_entry")
                .where("project_id = :project", "project", projectId);
        var rows = pages.page(
                list,
                NEWEST,
                ID,
                size,
                cursor,
                (rs, ctx) -> new Row(
                        uuid(rs, "id"),
                        rs.getString("text"),
                        rs.getObject("occurred_on", LocalDate.class),
                        uuid(rs, "author_id"),
                        rs.getString("partner_id"),
                        instant(rs, "created_at")));
        var names = people.displayNames(
                rows.items().stream().<@Nullable UUID>map(Row::author).toList());
        var organisations = partners.refs(rows.items().stream()
                .map(Row::partner)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var pictures =
                photos.of(KIND, rows.items().stream().map(r -> r.id.toString()).toList(), SHOWN);
        return rows.map(r -> new ProgressView(
                r.id,
                r.text,
                pictures.getOrDefault(r.id.toString(), List.of()),
                r.occurredOn,
                names.getOrDefault(r.author, ""),
                r.partner == null ? null : organisations.get(r.partner),
                r.createdAt));
    }

    /** By a holder's people, or by staff. */
    @Override
    public void move(String fromPartner, String toPartner) {
        jdbi.useHandle(h -> h.createUpdate("update progress_entry set partner_id = :to where partner_id = :from")
                .bind("to", toPartner)
                .bind("from", fromPartner)
                .execute());
    }

    @Transactional
    public ProgressView add(String projectId, ProjectInput.NewProgress entry, Caller caller) {
        var project = store.find(projectId, caller);
        if (!project.isHeldBy(caller) && !caller.isStaffOf(project.areaCode())) throw Problem.of(ApiError.FORBIDDEN);
        if (!project.isUnderWay()) throw ProjectAction.refusal(ApiError.WRONG_STATE, project, caller);
        var today = calendars.dayOf(time.instant());
        var day = Objects.requireNonNullElse(entry.occurredOn(), today);
        if (day.isAfter(today)) throw Problem.invalid("occurredOn", "future");
        String partner = partner(project, entry.partnerId(), caller);
        UUID id = insert(projectId, entry.text(), day, partner, caller);
        var ref = new Ref(KIND, id.toString());
        photos.hang(ref, SHOWN, entry.photoIds(), "photoIds", List.of(), caller);
        outbox.emit("progressed", ref, project, caller, project.eventData());
        return page(projectId, 1, null, caller).items().getFirst();
    }

    private UUID insert(String project, String text, LocalDate day, @Nullable String partner, Caller caller) {
        return jdbi.withHandle(h -> h.createQuery("""
                insert into progress_entry (project_id, author_id, partner_id, text, occurred_on, created_at)
                values (:project, :author, :partner, :text, :day, :now) returning id
                """)
                .bind("project", project)
                .bind("author", caller.personId())
                .bind("partner", partner)
                .bind("text", text)
                .bind("day", day)
                .bind("now", time.instant())
                .mapTo(UUID.class)
                .one());
    }

    private static @Nullable String partner(Project project, @Nullable String named, Caller caller) {
        if (named != null) {
            boolean mine = caller.speaksFor(named) || caller.isStaffOf(project.areaCode());
            if (!project.partners().contains(named) || !mine) throw Problem.of(ApiError.FORBIDDEN);
            return named;
        }
        return project.partners().stream().filter(caller::speaksFor).findFirst().orElse(null);
    }
}
