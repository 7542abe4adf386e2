package org.hehuo.demo;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.hehuo.evaluations.EvaluationService;
import org.hehuo.evaluations.NewEvaluation;
import org.hehuo.kernel.security.Caller;
import org.hehuo.projects.ClaimMode;
import org.hehuo.projects.ClaimPolicy;
import org.hehuo.projects.Money;
import org.hehuo.projects.NeedKind;
import org.hehuo.projects.NewNeed;
import org.hehuo.projects.NewProject;
import org.hehuo.projects.ProgressService;
import org.hehuo.projects.ProjectInput;
import org.hehuo.projects.ProjectService;
import org.hehuo.projects.ProjectSteps;
import org.jspecify.annotations.Nullable;

/** The scenes of projects: drafts, progress, results and what people thought of them. */
@ApplicationScoped
class DemoProjects {
    final ProjectService projects;
    final ProjectSteps steps;
    final ProgressService progress;
    final DemoClaims claims;
    final DemoMeetings meetings;
    final DemoInvitations invitations;
    final EvaluationService evaluations;
    final DemoPictures pictures;

    DemoProjects(
            ProjectService projects,
            ProjectSteps steps,
            ProgressService progress,
            DemoClaims claims,
            DemoMeetings meetings,
            DemoInvitations invitations,
            EvaluationService evaluations,
            DemoPictures pictures) {
        this.projects = projects;
        this.steps = steps;
        this.progress = progress;
        this.claims = claims;
        this.meetings = meetings;
        this.invitations = invitations;
        this.evaluations = evaluations;
        this.pictures = pictures;
    }

    /** @param topics ids of topics by their code, filled in as they come into being */
    void plan(DemoData data, DemoCast cast, DemoScript script, Map<String, String> topics) {
        var ids = new HashMap<String, String>();
        for (var project : data.all("projects")) {
            String code = project.path("code").asText();
            script.add(data.at(project, "createdAt"), () -> ids.put(code, draft(data, project, topics, cast)));
            for (var step : data.of("timeline", "of", code)) {
                script.step(
                        data.at(step, "at"),
                        DemoData.text(step, "to"),
                        () -> act(data, id(ids, code), code, step, cast));
            }
        }
        claims.plan(data, cast, script, ids);
        meetings.plan(data, cast, script, ids);
        invitations.plan(data, cast, script, ids);
        for (var entry : data.all("progressEntries")) {
            script.add(
                    data.at(entry, "createdAt"),
                    () -> progress.add(
                            id(ids, entry.path("projectCode").asText()),
                            new ProjectInput.NewProgress(
                                    entry.path("text").asText(), null, data.day(entry, "occurredOn"), null),
                            cast.get(entry.path("authorCode").asText())));
        }
        for (var evaluation : data.all("evaluations")) {
            if (!evaluation.hasNonNull("projectCode")) continue;
            script.add(data.at(evaluation, "createdAt"), () -> rate(evaluation, ids, cast));
        }
    }

    private static String id(Map<String, String> ids, String code) {
        return Objects.requireNonNullElse(ids.get(code), code);
    }

    private String draft(DemoData data, JsonNode project, Map<String, String> topics, DemoCast cast) {
        String code = project.path("code").asText();
        var cost = project.path("estimatedCost");
        var made = projects.create(
                new NewProject(
                        project.path("title").asText(),
                        project.path("summary").asText(),
                        DemoData.text(project, "description"),
                        project.path("areaCode").asText(),
                        project.path("category").asText(),
                        project.path("field").asText(),
                        topicsOf(project, topics),
                        ClaimMode.valueOf(word(project, "claimMode")),
                        ClaimPolicy.valueOf(word(project, "claimPolicy")),
                        null,
                        project.path("slots").asInt(),
                        data.of("needs", "projectCode", code).stream()
                                .map(DemoProjects::need)
                                .toList(),
                        List.of(),
                        cost.isObject()
                                ? new Money(
                                        new BigDecimal(cost.path("amount").asText()),
                                        cost.path("currency").asText())
                                : null,
                        data.day(project, "dueDate"),
                        project.path("beginWithinDays").asInt()),
                cast.get(project.path("createdBy").asText()));
        claims.needs(data, code, made.needs());
        return made.id();
    }

    private static List<String> topicsOf(JsonNode project, Map<String, String> topics) {
        return DemoData.texts(project, "topicCodes").stream()
                .map(topics::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private static String word(JsonNode record, String key) {
        return record.path(key).asText().toUpperCase(Locale.ROOT);
    }

    private static NewNeed need(JsonNode need) {
        return new NewNeed(
                NeedKind.valueOf(word(need, "kind")),
                need.path("title").asText(),
                new BigDecimal(need.path("quantity").asText()),
                need.path("unit").asText());
    }

    private void act(DemoData data, String id, String code, JsonNode step, DemoCast cast) {
        Caller who = cast.get(step.path("by").asText());
        String text = DemoData.text(step, "text");
        switch (step.path("action").asText()) {
            case "publish" -> steps.publish(id, text, who);
            case "begin" -> holders(data, code, step, cast).forEach(h -> begin(id, h));
            case "report-completion" ->
                holders(data, code, step, cast).reversed().forEach(h -> report(data, code, id, h));
            case "accept" -> steps.accept(id, text, who);
            case "cancel" -> steps.cancel(id, Objects.requireNonNullElse(text, ""), who);
            case "close" -> steps.close(id, text, who);
            // Claims bring these about.
            case "fill", "release" -> {}
            default -> throw new Unplayable(step.path("action").asText());
        }
    }

    private record Holder(Caller person, @Nullable String partner) {}

    /** The story tells of the first of several who share a project; the others do it with it. */
    private static List<Holder> holders(DemoData data, String code, JsonNode step, DemoCast cast) {
        var holders = data.of("claims", "projectCode", code).stream()
                .filter(claim -> List.of("confirmed", "fulfilled")
                        .contains(claim.path("state").asText()))
                .map(claim -> new Holder(
                        cast.get(claim.path("personCode").asText()),
                        claim.path("partnerCode").asText()))
                .toList();
        return holders.size() > 1
                ? holders
                : List.of(new Holder(cast.get(step.path("by").asText()), null));
    }

    private void begin(String id, Holder holder) {
        steps.begin(id, new ProjectInput.Beginning(holder.partner), holder.person);
    }

    private void report(DemoData data, String code, String id, Holder holder) {
        steps.reportCompletion(id, result(data, code, holder), holder.person);
    }

    private ProjectInput.Completion result(DemoData data, String code, Holder holder) {
        var outcome = data.of("outcomes", "projectCode", code).getFirst();
        var numbers = outcome.path("numbers")
                .valueStream()
                .map(n -> new ProjectInput.Figure(
                        n.path("measure").asText(),
                        new BigDecimal(n.path("value").asText()),
                        n.path("unit").asText()))
                .toList();
        return new ProjectInput.Completion(
                new ProjectInput.NewOutcome(
                        numbers,
                        outcome.path("story").asText(),
                        pictures.of("before", code, holder.person),
                        pictures.of("after", code, holder.person)),
                holder.partner);
    }

    private void rate(JsonNode evaluation, Map<String, String> ids, DemoCast cast) {
        var rating = evaluations.create(
                new NewEvaluation(
                        id(ids, evaluation.path("projectCode").asText()),
                        evaluation.path("rating").asInt(),
                        DemoData.text(evaluation, "comment")),
                cast.get(evaluation.path("personCode").asText()));
        evaluations.markRead(rating.id(), cast.get("U-A01"));
    }
}
