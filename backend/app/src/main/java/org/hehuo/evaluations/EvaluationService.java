package org.hehuo.evaluations;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.uuid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.text.Words;
import org.hehuo.kernel.time.Time;
import org.hehuo.people.People;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Rating a result, and reading what others said. */
@ApplicationScoped
public class EvaluationService {
    private static final Sort NEWEST = Sort.descending("created_at", "timestamptz");
    private static final Sort ID = Sort.descending("id", "uuid");
    private static final String SHOWN = "id, thing_id, person_id, rating, comment, concerned, read_by, created_at";

    final Jdbi jdbi;
    final Select.Pages pages;
    final Evaluations evaluations;
    final People people;
    final Outbox outbox;
    final Time time;

    EvaluationService(Jdbi jdbi, Select.Pages pages, Evaluations evaluations, People people, Outbox outbox, Time time) {
        this.jdbi = jdbi;
        this.pages = pages;
        this.evaluations = evaluations;
        this.people = people;
        this.outbox = outbox;
        this.time = time;
    }

    private record Row(
            UUID id,
            String thing,
            UUID person,
            int rating,
            @Nullable String comment,
            boolean concerned,
            boolean read,
            Instant createdAt) {}

    private record Sums(
            int count,
            @Nullable BigDecimal average,
            int concerned,
            @Nullable BigDecimal concernedAverage) {}

    /** Once a person; a second one is refused by the database. */
    @Transactional
    public EvaluationView create(NewEvaluation evaluation, Caller caller) {
        var projects = evaluations.projects();
        String project = evaluation.projectId();
        if (!projects.isOpenForRating(project, caller))
            throw projects.refusal(ApiError.EVALUATION_CLOSED, project, caller);
        if (evaluations.hasEvaluated(project, caller)) {
            throw projects.refusal(ApiError.EVALUATION_ALREADY_GIVEN, project, caller);
        }
        UUID id = jdbi.withHandle(h -> h.createQuery("""
                insert into evaluation (thing_kind, thing_id, person_id, rating, comment, concerned, created_at)
                values ('project', :project, :person, :rating, :comment, :concerned, :now) returning id
                """)
                .bind("project", project)
                .bind("person", caller.personId())
                .bind("rating", evaluation.rating())
                .bind("comment", evaluation.comment())
                .bind("concerned", projects.concerns(project, caller.personId()))
                .bind("now", time.instant())
                .mapTo(UUID.class)
                .one());
        outbox.emitPrivately(
                "project.evaluated",
                new Ref("project", project),
                projects.areaOf(project),
                caller,
                Map.of("rating", evaluation.rating()));
        return one(id, caller);
    }

    /** Staff have read a comment; others may read it from now on. */
    @Transactional
    public EvaluationView markRead(UUID id, Caller caller) {
        var row = row(id);
        if (!caller.isStaffOf(evaluations.projects().areaOf(row.thing))) throw Problem.of(ApiError.FORBIDDEN);
        jdbi.useHandle(h -> h.createUpdate("update evaluation set read_by = coalesce(read_by, :by) where id = :id")
                .bind("by", caller.personId())
                .bind("id", id)
                .execute());
        return one(id, caller);
    }

    EvaluationPage page(String project, int size, @Nullable String cursor, Caller caller) {
        evaluations.projects().isOpenForRating(project, caller);
        var list = Select.of(SHOWN, "from evaluation").where("thing_id = :thing", "thing", project);
        Page<Row> rows = pages.page(list, NEWEST, ID, size, cursor, (rs, ctx) -> row(rs));
        var names = names(project, rows.items(), caller);
        boolean staff = caller.isStaffOf(evaluations.projects().areaOf(project));
        var sums = sums(project);
        return new EvaluationPage(
                sums.count,
                sums.average,
                sums.concerned,
                sums.concernedAverage,
                rows.items().stream()
                        .map(row -> view(row, names, staff, caller))
                        .toList(),
                rows.nextCursor());
    }

    private Sums sums(String project) {
        return jdbi.withHandle(h -> h.createQuery("""
                select count(*) as n, round(avg(rating), 1) as average, count(*) filter (where concerned) as concerned,
                    round(avg(rating) filter (where concerned), 1) as concerned_average
                from evaluation where thing_id = :thing
                """)
                .bind("thing", project)
                .map((rs, ctx) -> new Sums(
                        rs.getInt("n"),
                        rs.getBigDecimal("average"),
                        rs.getInt("concerned"),
                        rs.getBigDecimal("concerned_average")))
                .one());
    }

    private EvaluationView one(UUID id, Caller caller) {
        var row = row(id);
        boolean staff = caller.isStaffOf(evaluations.projects().areaOf(row.thing));
        return view(row, names(row.thing, List.of(row), caller), staff, caller);
    }

    /** Whoever posted without a name rates without one. */
    private Map<UUID, String> names(String project, List<Row> rows, Caller caller) {
        var names = new HashMap<>(people.displayNames(
                rows.stream().<@Nullable UUID>map(Row::person).toList()));
        String anonymous = Words.say(caller.language(), "person.anonymous");
        evaluations.projects().unnamed(project).forEach(person -> names.replace(person, anonymous));
        return names;
    }

    private Row row(UUID id) {
        return jdbi.withHandle(h -> h.createQuery("select " + SHOWN + " from evaluation where id = :id")
                .bind("id", id)
                .map((rs, ctx) -> row(rs))
                .findOne()
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }

    private static EvaluationView view(Row row, Map<UUID, String> names, boolean staff, Caller caller) {
        boolean mine = caller.isPerson(row.person);
        boolean shown = row.read || staff || mine;
        return new EvaluationView(
                row.id,
                row.thing,
                row.rating,
                shown ? row.comment : null,
                names.getOrDefault(row.person, ""),
                row.concerned,
                mine,
                staff && !row.read && row.comment != null ? List.of("mark-read") : List.of(),
                row.createdAt);
    }

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(
                uuid(rs, "id"),
                rs.getString("thing_id"),
                uuid(rs, "person_id"),
                rs.getInt("rating"),
                rs.getString("comment"),
                rs.getBoolean("concerned"),
                rs.getObject("read_by") != null,
                instant(rs, "created_at"));
    }
}
