package org.hehuo.projects;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hehuo.evaluations.Rateable;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.topics.Topics;
import org.jdbi.v3.core.Jdbi;

/** A completed project can be rated for 90 days. */
@ApplicationScoped
class ProjectRatings implements Rateable {
    private static final Duration OPEN = Duration.ofDays(90);

    final Jdbi jdbi;
    final Topics topics;
    final Projects projects;
    final Time time;

    ProjectRatings(Jdbi jdbi, Topics topics, Projects projects, Time time) {
        this.jdbi = jdbi;
        this.topics = topics;
        this.projects = projects;
        this.time = time;
    }

    private record Row(boolean open, boolean published, String area) {}

    @Override
    public String kind() {
        return Project.KIND;
    }

    @Override
    public boolean isOpenForRating(String id, Caller caller) {
        var row = row(id);
        if (!row.published && !caller.isStaffOf(row.area)) throw Problem.of(ApiError.NOT_FOUND);
        return row.open;
    }

    @Override
    public boolean concerns(String id, UUID person) {
        return topics.concern(grownFrom(id), person);
    }

    @Override
    public Set<UUID> unnamed(String id) {
        return topics.anonymousAuthors(grownFrom(id));
    }

    private List<String> grownFrom(String id) {
        return jdbi.withHandle(h -> h.createQuery("select topic_id from project_topic where project_id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .list());
    }

    @Override
    public Problem refusal(ApiError error, String id, Caller caller) {
        return projects.refusal(error, id, caller);
    }

    @Override
    public String areaOf(String id) {
        return row(id).area;
    }

    private Row row(String id) {
        return jdbi.withHandle(h -> h.createQuery("""
                select area_code, published_at is not null as published,
                    state in ('completed', 'closed') and coalesce(completed_at > :since, false) as open
                from project where id = :id
                """)
                .bind("id", id)
                .bind("since", time.instant().minus(OPEN))
                .map((rs, ctx) -> new Row(rs.getBoolean("open"), rs.getBoolean("published"), rs.getString("area_code")))
                .findOne()
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }
}
