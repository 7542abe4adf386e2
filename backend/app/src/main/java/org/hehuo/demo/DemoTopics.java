package org.hehuo.demo;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.hehuo.kernel.life.Ref;
import org.hehuo.moderation.Cause;
import org.hehuo.moderation.Hiding;
import org.hehuo.moderation.ReportService;
import org.hehuo.topics.NewReply;
import org.hehuo.topics.NewTopic;
import org.hehuo.topics.Position;
import org.hehuo.topics.Readers;
import org.hehuo.topics.ReplyService;
import org.hehuo.topics.SupportService;
import org.hehuo.topics.TopicAction;
import org.hehuo.topics.TopicInput;
import org.hehuo.topics.TopicMerges;
import org.hehuo.topics.TopicOutcome;
import org.hehuo.topics.TopicPressure;
import org.hehuo.topics.TopicQuestions;
import org.hehuo.topics.TopicService;
import org.hehuo.topics.TopicSteps;

/** The scenes of topics: posts, replies, supports and the steps of their lives. */
@ApplicationScoped
class DemoTopics {
    final TopicService topics;
    final TopicSteps steps;
    final TopicQuestions questions;
    final TopicMerges merges;
    final TopicPressure pressure;
    final ReplyService replies;
    final ReportService reports;
    final SupportService supports;
    final DemoPictures pictures;

    DemoTopics(
            TopicService topics,
            TopicSteps steps,
            TopicQuestions questions,
            TopicMerges merges,
            TopicPressure pressure,
            ReplyService replies,
            ReportService reports,
            SupportService supports,
            DemoPictures pictures) {
        this.topics = topics;
        this.steps = steps;
        this.questions = questions;
        this.merges = merges;
        this.pressure = pressure;
        this.replies = replies;
        this.reports = reports;
        this.supports = supports;
        this.pictures = pictures;
    }

    /** The scenes by their time; ids are filled in as the topics come into being. */
    Map<String, String> plan(DemoData data, DemoCast cast, DemoScript script) {
        var ids = new HashMap<String, String>();
        var posts = new HashMap<String, UUID>();
        for (var topic : data.all("topics")) {
            String code = topic.path("code").asText();
            script.add(data.at(topic, "createdAt"), () -> ids.put(code, post(topic, cast)));
            for (var step : data.of("timeline", "of", code)) {
                script.step(data.at(step, "at"), DemoData.text(step, "to"), () -> act(ids, topic, step, cast));
            }
        }
        for (var reply : data.all("replies")) {
            script.add(data.at(reply, "createdAt"), () -> reply(reply, ids, posts, cast));
        }
        for (var support : data.all("supports")) {
            script.add(
                    data.at(support, "at"),
                    () -> supports.support(
                            id(ids, support.path("topicCode").asText()),
                            cast.get(support.path("personCode").asText())));
        }
        for (var report : data.all("moderationReports")) {
            var made = new AtomicReference<UUID>();
            script.add(data.at(report, "createdAt"), () -> made.set(report(report, posts, cast)));
            script.add(data.at(report, "decidedAt"), () -> decide(report, made.get(), cast));
        }
        return ids;
    }

    private static String id(Map<String, String> ids, String code) {
        return Objects.requireNonNullElse(ids.get(code), code);
    }

    private String post(JsonNode topic, DemoCast cast) {
        var position = topic.path("position");
        var author = cast.get(topic.path("authorCode").asText());
        var posted = topics.create(
                new NewTopic(
                        topic.path("title").asText(),
                        topic.path("body").asText(),
                        topic.path("areaCode").asText(),
                        topic.path("category").asText(),
                        DemoData.text(topic, "place"),
                        position.isObject()
                                ? new Position(
                                        position.path("lat").asDouble(),
                                        position.path("lon").asDouble())
                                : null,
                        pictures.of("topics", topic.path("code").asText(), author),
                        topic.path("visibility").asText().equals("members") ? Readers.MEMBERS : Readers.PUBLIC,
                        topic.path("anonymous").asBoolean(),
                        null),
                author);
        return posted.id();
    }

    private void act(Map<String, String> ids, JsonNode topic, JsonNode step, DemoCast cast) {
        String id = id(ids, topic.path("code").asText());
        var who = cast.get(step.path("by").asText());
        String text = DemoData.text(step, "text");
        switch (step.path("action").asText()) {
            case "accept" -> steps.accept(id, new TopicInput.Acceptance(null, text), who);
            case "decline" -> steps.act(id, TopicAction.DECLINE, text, who);
            case "start" -> steps.act(id, TopicAction.START, text, who);
            case "resolve" ->
                steps.resolve(id, new TopicInput.Resolution(outcome(topic), Objects.requireNonNullElse(text, "")), who);
            case "confirm" -> steps.act(id, TopicAction.CONFIRM, text, who);
            case "auto-confirm" -> steps.autoConfirm(id);
            case "ask" -> questions.ask(id, Objects.requireNonNullElse(text, ""), who);
            case "merge" ->
                merges.merge(id, id(ids, topic.path("mergedIntoCode").asText()), who);
            case "urge" -> pressure.urge(id, text, who);
            case "reopen" -> steps.reopen(id, new TopicInput.Said(Objects.requireNonNullElse(text, "")), who);
            default -> throw new Unplayable(step.path("action").asText());
        }
    }

    private static TopicOutcome outcome(JsonNode topic) {
        return TopicOutcome.valueOf(topic.path("outcome").asText("answered").toUpperCase(Locale.ROOT));
    }

    private void reply(JsonNode reply, Map<String, String> ids, Map<String, UUID> posts, DemoCast cast) {
        var parent = DemoData.text(reply, "parentCode");
        var posted = replies.create(
                id(ids, reply.path("topicCode").asText()),
                new NewReply(
                        reply.path("body").asText(),
                        parent == null ? null : posts.get(parent),
                        null,
                        null,
                        reply.path("official").asBoolean()),
                cast.get(reply.path("authorCode").asText()));
        posts.put(reply.path("code").asText(), posted.id());
    }

    private UUID report(JsonNode report, Map<String, UUID> posts, DemoCast cast) {
        var reply = Objects.requireNonNull(posts.get(report.path("replyCode").asText()));
        String said = report.path("reason").asText();
        return reports.report(
                        new Ref("reply", reply.toString()),
                        said.equals("造谣") ? Cause.UNTRUE : Cause.ABUSE,
                        said,
                        cast.get(report.path("reporterCode").asText()))
                .id();
    }

    private void decide(JsonNode report, UUID id, DemoCast cast) {
        var decider = cast.get(report.path("decidedBy").asText());
        String decision = report.path("decision").asText();
        if (report.path("state").asText().equals("upheld")) reports.uphold(id, new Hiding(decision, null), decider);
        else reports.dismiss(id, decision, decider);
    }
}
