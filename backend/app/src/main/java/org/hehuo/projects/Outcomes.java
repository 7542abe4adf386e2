package org.hehuo.projects;

import static org.hehuo.kernel.sql.Columns.instant;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.media.PhotoView;
import org.hehuo.media.Photos;
import org.hehuo.topics.Topics;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What came of projects, in numbers, words and pictures. */
@ApplicationScoped
class Outcomes {
    static final String KIND = "outcome";

    final Jdbi jdbi;
    final ProjectRows rows;
    final Photos photos;
    final Topics topics;
    final Time time;

    Outcomes(Jdbi jdbi, ProjectRows rows, Photos photos, Topics topics, Time time) {
        this.jdbi = jdbi;
        this.rows = rows;
        this.topics = topics;
        this.photos = photos;
        this.time = time;
    }

    /** A result that nobody has accepted yet is between the holders and the staff. */
    static boolean isVisible(Project project, Caller caller) {
        boolean accepted = project.state() == ProjectState.COMPLETED || project.state() == ProjectState.CLOSED;
        return accepted || caller.isStaffOf(project.areaCode()) || project.isHeldBy(caller);
    }

    /**
     * A report after another takes its place; where another holder reported its part, the pictures are added. How it was before may
     * be shown by what the topics show to everybody.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(Project project, ProjectInput.NewOutcome outcome, boolean oneOfSeveral, Caller caller) {
        jdbi.useHandle(h -> h.createUpdate("""
                insert into outcome (project_id, numbers, story, reported_by, reported_at)
                values (:id, cast(:numbers as jsonb), :story, :by, :now)
                on conflict (project_id) do update set numbers = excluded.numbers, story = excluded.story,
                    reported_by = excluded.reported_by, reported_at = excluded.reported_at
                """)
                .bind("id", project.id())
                .bind("numbers", rows.write(outcome.numbers()))
                .bind("story", outcome.story())
                .bind("by", caller.personId())
                .bind("now", time.instant())
                .execute());
        var thing = new Ref(KIND, project.id());
        var progress = jdbi.withHandle(h -> h.createQuery("select id::text from progress_entry where project_id = :id")
                .bind("id", project.id())
                .mapTo(String.class)
                .list());
        var lenders = Stream.of(
                        Stream.of(thing),
                        topics.refs(project.topics(), Caller.anonymous(caller.language())).stream()
                                .map(topic -> new Ref("topic", topic.id())),
                        progress.stream().map(entry -> new Ref(ProgressService.KIND, entry)))
                .flatMap(refs -> refs)
                .toList();
        hang(
                project,
                Photos.Place.BEFORE,
                "outcome.beforePhotoIds",
                outcome.beforePhotoIds(),
                oneOfSeveral,
                lenders,
                caller);
        hang(
                project,
                Photos.Place.AFTER,
                "outcome.afterPhotoIds",
                outcome.afterPhotoIds(),
                oneOfSeveral,
                lenders,
                caller);
    }

    private void hang(
            Project project,
            Photos.Place place,
            String field,
            @Nullable List<UUID> ids,
            boolean oneOfSeveral,
            List<Ref> lenders,
            Caller caller) {
        var all = oneOfSeveral ? added(project, place, field, ids) : ids;
        photos.hang(new Ref(KIND, project.id()), place, all, field, lenders, caller);
    }

    private List<UUID> added(Project project, Photos.Place place, String field, @Nullable List<UUID> more) {
        var there = photos.of(KIND, project.id(), place).stream().map(PhotoView::id);
        var all = Stream.concat(there, Objects.requireNonNullElse(more, List.<UUID>of()).stream())
                .distinct()
                .toList();
        if (all.size() > Photos.MOST) throw Problem.invalid(field, "size");
        return all;
    }

    @Nullable
    OutcomeView of(Project project, Caller caller) {
        if (!isVisible(project, caller)) return null;
        String id = project.id();
        return jdbi.withHandle(h -> h.createQuery(
                        "select numbers, story, reported_at from outcome where project_id = :id")
                .bind("id", id)
                .map((rs, ctx) -> OutcomeView.of(
                        rows.read(rs.getString("numbers"), new TypeReference<>() {}),
                        rs.getString("story"),
                        photos.of(KIND, id, Photos.Place.BEFORE),
                        photos.of(KIND, id, Photos.Place.AFTER),
                        instant(rs, "reported_at")))
                .findOne()
                .orElse(null));
    }
}
