package org.hehuo.projects;

import static org.hehuo.projects.ProjectAction.ACCEPT;
import static org.hehuo.projects.ProjectAction.BEGIN;
import static org.hehuo.projects.ProjectAction.CANCEL;
import static org.hehuo.projects.ProjectAction.CLOSE;
import static org.hehuo.projects.ProjectAction.PUBLISH;
import static org.hehuo.projects.ProjectAction.REPORT_COMPLETION;
import static org.hehuo.projects.ProjectAction.SEND_BACK;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.life.Timeline;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.topics.Topics;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The steps of a project's life, one use case a method. */
@ApplicationScoped
public class ProjectSteps {
    final Jdbi jdbi;
    final ProjectStore store;
    final Outcomes outcomes;
    final ProjectQueries queries;
    final Undertakings undertakings;
    final Topics topics;
    final Lifecycle lifecycle;
    final Timeline timeline;
    final Outbox outbox;
    final Time time;

    ProjectSteps(
            Jdbi jdbi,
            ProjectStore store,
            Outcomes outcomes,
            ProjectQueries queries,
            Undertakings undertakings,
            Topics topics,
            Lifecycle lifecycle,
            Timeline timeline,
            Outbox outbox,
            Time time) {
        this.jdbi = jdbi;
        this.store = store;
        this.outcomes = outcomes;
        this.queries = queries;
        this.undertakings = undertakings;
        this.topics = topics;
        this.lifecycle = lifecycle;
        this.timeline = timeline;
        this.outbox = outbox;
        this.time = time;
    }

    /** It can be claimed from now on; its topics are accepted, if they were not, and under way. */
    @Transactional
    public ProjectView publish(String id, @Nullable String text, Caller caller) {
        store.lock(id, caller);
        PUBLISH.check(store.find(id, caller), caller);
        stamp(id, "published_at");
        for (String topic : step(id, PUBLISH, text, caller).topics()) {
            topics.projectPublished(topic, store.lastDueDate(topic), caller);
        }
        return queries.view(id, caller);
    }

    @Transactional
    public ProjectView begin(String id, ProjectInput.Beginning input, Caller caller) {
        var project = step(id, BEGIN, null, caller);
        undertakings.begin(id, holder(project, input.partnerId(), caller));
        return queries.view(id, caller);
    }

    /** The holder says that it is done, with what came of it; the last of them delivers the project. */
    @Transactional
    public ProjectView reportCompletion(String id, ProjectInput.Completion input, Caller caller) {
        var project = store.lock(id, caller);
        REPORT_COMPLETION.check(project, caller);
        String holder = holder(project, input.partnerId(), caller);
        outcomes.keep(project, input.outcome(), undertakings.isReportedByOthers(id, holder), caller);
        if (undertakings.report(id, holder)) {
            step(id, REPORT_COMPLETION, null, caller);
        } else {
            timeline.record(project, "report-part", project.state(), project.state(), caller, null);
            outbox.emit("part_reported", project, caller, project.eventData());
        }
        return queries.view(id, caller);
    }

    @Transactional
    public ProjectView sendBack(String id, String reason, Caller caller) {
        step(id, SEND_BACK, reason, caller);
        undertakings.sendBack(id);
        return queries.view(id, caller);
    }

    /** The result is good: claims are fulfilled, and topics whose last project this was are solved. */
    @Transactional
    public ProjectView accept(String id, @Nullable String text, Caller caller) {
        var project = step(id, ACCEPT, text, caller);
        stamp(id, "completed_at");
        undertakings.fulfil(id);
        execute("update project set waiting = 0 where id = :id", id);
        project.topics().stream().filter(this::hasNothingLeft).forEach(topics::lastProjectCompleted);
        return queries.view(id, caller);
    }

    @Transactional
    public ProjectView cancel(String id, String reason, Caller caller) {
        var project = step(id, CANCEL, reason, caller);
        jdbi.useHandle(
                h -> h.createUpdate("""
                update project set held = 0, waiting = 0, end_code = 'cancelled', end_reason = :reason where id = :id
                """).bind("reason", reason).bind("id", id).execute());
        undertakings.letGo(id);
        execute("update need set filled = 0 where project_id = :id", id);
        project.topics().stream().filter(this::hasNothingLeft).forEach(topics::lastProjectCancelled);
        return queries.view(id, caller);
    }

    @Transactional
    public ProjectView close(String id, @Nullable String text, Caller caller) {
        step(id, CLOSE, text, caller);
        return queries.view(id, caller);
    }

    private Project step(String id, ProjectAction action, @Nullable String text, Caller caller) {
        var project = store.lock(id, caller);
        lifecycle.apply(project, action, caller, text, project.eventData());
        return project;
    }

    /** For whom the caller acts: the one that was named, else the only one that it can be. */
    private static String holder(Project project, @Nullable String named, Caller caller) {
        var possible = project.partners().stream()
                .filter(p -> named == null || p.equals(named))
                .filter(p -> caller.speaksFor(p) || caller.isStaffOf(project.areaCode()))
                .toList();
        if (named != null && possible.isEmpty()) throw Problem.of(ApiError.FORBIDDEN);
        if (possible.size() != 1) throw Problem.invalid("partnerId", "required");
        return possible.getFirst();
    }

    private void stamp(String id, String column) {
        // The column is a constant above.
        jdbi.useHandle(h -> h.createUpdate("update project set " + column + " = :now where id = :id")
                .bind("now", time.instant())
                .bind("id", id)
                .execute());
    }

    private void execute(String sql, String id) {
        jdbi.useHandle(h -> h.createUpdate(sql).bind("id", id).execute());
    }

    private boolean hasNothingLeft(String topic) {
        return jdbi.withHandle(h ->
                h.createQuery("""
                select not exists (
                    select from project_topic pt join project p on p.id = pt.project_id
                    where pt.topic_id = :topic and p.state in ('open', 'claimed', 'in_progress', 'delivered'))
                """).bind("topic", topic).mapTo(Boolean.class).one());
    }
}
