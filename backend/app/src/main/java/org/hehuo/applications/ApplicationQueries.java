package org.hehuo.applications;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.instantOrNull;
import static org.hehuo.kernel.sql.Columns.texts;
import static org.hehuo.kernel.sql.Columns.uuid;
import static org.hehuo.kernel.sql.Columns.word;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hehuo.areas.Areas;
import org.hehuo.calls.Calls;
import org.hehuo.categories.Categories;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.hehuo.kernel.security.Vault;
import org.hehuo.kernel.text.Coded;
import org.hehuo.kernel.text.Identified;
import org.hehuo.kernel.time.Time;
import org.hehuo.media.Photos;
import org.hehuo.notifications.Titled;
import org.hehuo.partners.Contact;
import org.hehuo.partners.Kind;
import org.hehuo.partners.Partners;
import org.hehuo.projects.Projects;
import org.hehuo.topics.Topics;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads applications: one's own, and for the district all. */
@ApplicationScoped
class ApplicationQueries {
    /** Takes {@code :now}. It is the district's turn in these two states. */
    private static final String PROMISE = """
            case when a.state in ('submitted', 'under_review') then a.due_at end as promised,
            a.state in ('submitted', 'under_review') and a.due_at < cast(:now as timestamptz) as overdue
            """;

    private static final Sort NEWEST = Sort.descending("a.created_at", "timestamptz");
    private static final Map<String, Sort> SORTS = Map.of(
            "-createdAt", NEWEST,
            "createdAt", Sort.ascending("a.created_at", "timestamptz"),
            "dueAt", Sort.ascending("a.due_at", "timestamptz"));

    final Jdbi jdbi;
    final Select.Pages pages;
    final Areas areas;
    final Categories categories;
    final Photos photos;
    final Calls calls;
    final Topics topics;
    final Projects projects;
    final Partners partners;
    final Vault vault;
    final ObjectMapper json;
    final Time time;

    ApplicationQueries(
            Jdbi jdbi,
            Select.Pages pages,
            Areas areas,
            Categories categories,
            Photos photos,
            Calls calls,
            Topics topics,
            Projects projects,
            Partners partners,
            Vault vault,
            ObjectMapper json,
            Time time) {
        this.jdbi = jdbi;
        this.pages = pages;
        this.areas = areas;
        this.categories = categories;
        this.photos = photos;
        this.calls = calls;
        this.topics = topics;
        this.projects = projects;
        this.partners = partners;
        this.vault = vault;
        this.json = json;
        this.time = time;
    }

    Page<ApplicationRow> page(ApplicationQuery query, Caller caller) {
        boolean own = query.mine() || !caller.is(Role.ADMIN);
        var list = Select.of(
                        "a.id, a.name, a.kind, a.state, a.call_id, a.created_at, " + PROMISE,
                        "from partner_application a")
                .with("now", time.instant())
                .where("a.state = any(:state)", "state", query.state())
                .where("a.call_id = :call", "call", query.call())
                .where("a.applicant_id = :me", "me", own ? caller.personId() : null);
        var sort = Sort.of(query.sort(), SORTS, NEWEST);
        var id = sort.descending() ? Sort.descending("a.id", "uuid") : Sort.ascending("a.id", "uuid");
        return pages.page(list, sort, id, query.pageSize(), query.cursor(), (rs, ctx) -> row(rs));
    }

    private static ApplicationRow row(ResultSet rs) throws SQLException {
        return new ApplicationRow(
                uuid(rs, "id"),
                rs.getString("name"),
                word(rs, "kind", Kind.class),
                word(rs, "state", PartnerApplicationState.class),
                rs.getString("call_id"),
                instantOrNull(rs, "promised"),
                rs.getBoolean("overdue"),
                instant(rs, "created_at"));
    }

    ApplicationView view(UUID id, Caller caller) {
        return jdbi.withHandle(h -> h.createQuery("select a.*, a.appealed_at is not null as appealed, " + PROMISE
                        + " from partner_application a where a.id = :id")
                .bind("id", id)
                .bind("now", time.instant())
                .map((rs, ctx) -> view(rs, PartnerApplication.read(rs), caller))
                .findOne()
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }

    private ApplicationView view(ResultSet rs, PartnerApplication application, Caller caller) throws SQLException {
        if (!application.isVisibleTo(caller)) throw Problem.of(ApiError.NOT_FOUND);
        boolean mine = caller.isPerson(application.applicant());
        String name = rs.getString("name");
        String code = rs.getString("credit_code");
        String partner = rs.getString("partner_id");
        return new ApplicationView(
                application.id(),
                application.state(),
                name,
                word(rs, "kind", Kind.class),
                code,
                rs.getString("intro"),
                mine ? contact(rs) : null,
                texts(rs, "areas").stream()
                        .map(area -> new Coded(area, areas.ref(area).name()))
                        .toList(),
                texts(rs, "fields").stream()
                        .map(field -> categories.field(field, caller.language()))
                        .toList(),
                offers(rs),
                photos.of(PartnerApplication.KIND, application.ref().id(), Photos.Place.SHOWN).stream()
                        .findFirst()
                        .orElse(null),
                named(calls, rs.getString("call_id"), caller),
                named(topics, rs.getString("topic_id"), caller),
                named(projects, rs.getString("project_id"), caller),
                caller.is(Role.ADMIN) && partner == null ? partners.alike(name, code) : null,
                rs.getString("reason"),
                partner == null ? null : partners.refs(List.of(partner)).get(partner),
                instantOrNull(rs, "promised"),
                rs.getBoolean("overdue"),
                mine,
                Action.allowed(PartnerApplicationAction.values(), application, caller),
                instant(rs, "created_at"),
                instant(rs, "updated_at"),
                application.version());
    }

    /** Gone from the caller's sight since, it is left out. */
    private static @Nullable Identified named(Titled things, @Nullable String id, Caller caller) {
        if (id == null) return null;
        String title = things.titles(List.of(id), caller).get(id);
        return title == null ? null : new Identified(id, title);
    }

    Contact contact(UUID id) {
        return jdbi.withHandle(h -> h.createQuery("select contact from partner_application where id = :id")
                .bind("id", id)
                .map((rs, ctx) -> contact(rs))
                .one());
    }

    private Contact contact(ResultSet rs) throws SQLException {
        return Contact.open(vault, rs.getBytes("contact"));
    }

    private List<Offer> offers(ResultSet rs) throws SQLException {
        try {
            return json.readValue(rs.getString("offers"), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written as JSON can be read", e);
        }
    }
}
