package org.hehuo.projects;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.hehuo.areas.AreaCode;
import org.hehuo.areas.Areas;
import org.hehuo.categories.Categories;
import org.hehuo.kernel.http.IfMatch;
import org.hehuo.kernel.http.MergePatch;
import org.hehuo.kernel.life.Timeline;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.hehuo.topics.Topics;
import org.jspecify.annotations.Nullable;

/** Drafting a project, from topics or from none, and editing it while nobody stands behind it. */
@ApplicationScoped
public class ProjectService {
    private static final int DAYS_TO_BEGIN = 14;

    final ProjectRows rows;
    final ProjectStore store;
    final ProjectQueries queries;
    final Topics topics;
    final Areas areas;
    final Categories categories;
    final MergePatch patches;
    final Timeline timeline;
    final WorkCalendars calendars;
    final Time time;

    ProjectService(
            ProjectRows rows,
            ProjectStore store,
            ProjectQueries queries,
            Topics topics,
            Areas areas,
            Categories categories,
            MergePatch patches,
            Timeline timeline,
            WorkCalendars calendars,
            Time time) {
        this.rows = rows;
        this.store = store;
        this.queries = queries;
        this.topics = topics;
        this.areas = areas;
        this.categories = categories;
        this.patches = patches;
        this.timeline = timeline;
        this.calendars = calendars;
        this.time = time;
    }

    @Transactional
    public ProjectView create(NewProject project, Caller caller) {
        AreaCode area = areas.require(project.areaCode(), "areaCode");
        if (!caller.isStaffOf(project.areaCode())) throw Problem.of(ApiError.FORBIDDEN);
        categories.require(project.category(), "category");
        var mode = Objects.requireNonNullElse(project.claimMode(), ClaimMode.EXCLUSIVE);
        var texts = new ProjectChange(
                project.title(),
                project.summary(),
                project.description(),
                project.category(),
                Objects.requireNonNullElse(project.field(), categories.fieldOf(project.category())),
                mode,
                Objects.requireNonNullElse(project.claimPolicy(), ClaimPolicy.FIRST_COME),
                project.eligibility(),
                Objects.requireNonNullElse(project.slots(), mode == ClaimMode.SHARED ? NewProject.MOST_SLOTS : 1),
                Objects.requireNonNullElse(project.needs(), List.of()),
                Objects.requireNonNullElse(project.participants(), List.of()),
                project.estimatedCost(),
                project.dueDate(),
                Objects.requireNonNullElse(project.beginWithinDays(), DAYS_TO_BEGIN));
        categories.requireField(texts.field(), "field");
        requireOneSlot(texts);
        requireAhead(texts.dueDate());
        var grownFrom = Objects.requireNonNullElse(project.topicIds(), List.<String>of());
        topics.requireUnsettled(grownFrom, caller, "topicIds");
        String id = rows.insert(texts, area, caller.personId());
        rows.needs(id, texts.needs());
        rows.topics(id, grownFrom);
        var made = store.find(id, caller);
        timeline.record(made, "create", null, made.state(), caller, null);
        return queries.view(id, caller);
    }

    private static void requireOneSlot(ProjectChange project) {
        boolean several = project.claimMode() == ClaimMode.EXCLUSIVE && project.slots() > 1;
        if (several) throw Problem.invalid("slots", "exclusive");
    }

    private void requireAhead(@Nullable LocalDate due) {
        if (due != null) calendars.requireAhead(due, calendars.dayOf(time.instant()), "dueDate");
    }

    /** Staff of the area, while it is a draft or open. */
    @Transactional
    ProjectView edit(String id, @Nullable String ifMatch, JsonNode patch, Caller caller) {
        var project = store.lock(id, caller);
        if (!caller.isStaffOf(project.areaCode())) throw Problem.of(ApiError.FORBIDDEN);
        if (!project.isEditable()) throw ProjectAction.refusal(ApiError.WRONG_STATE, project, caller);
        IfMatch.check(ifMatch, project.version());
        var current = rows.editable(id);
        var change = patches.apply(current, patch, ProjectChange.class);
        boolean putOff = !Objects.equals(change.dueDate(), current.dueDate());
        if (putOff) requireAhead(change.dueDate());
        if (!change.category().equals(current.category())) categories.require(change.category(), "category");
        categories.requireField(change.field(), "field");
        requireOneSlot(change);
        rows.update(id, change);
        if (putOff && project.published()) {
            project.topics().forEach(topic -> topics.projectPutOff(topic, store.lastDueDate(topic)));
        }
        timeline.record(project, "edit", project.state(), project.state(), caller, null);
        return queries.view(id, caller);
    }
}
