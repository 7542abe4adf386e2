package org.hehuo.demo;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.hehuo.applications.ApplicationService;
import org.hehuo.applications.ApplicationSteps;
import org.hehuo.applications.NewApplication;
import org.hehuo.applications.Offer;
import org.hehuo.capabilities.CapabilityKind;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.partners.Contact;
import org.hehuo.partners.Kind;
import org.jspecify.annotations.Nullable;

/** The scenes of applications: organisations that want to become partners, and the district's answers. */
@ApplicationScoped
class DemoApplications {
    final ApplicationService applications;
    final ApplicationSteps steps;
    final Time time;

    DemoApplications(ApplicationService applications, ApplicationSteps steps, Time time) {
        this.applications = applications;
        this.steps = steps;
        this.time = time;
    }

    /** Those that are no partners yet. */
    void plan(DemoData data, DemoCast cast, Map<String, String> calls, DemoScript script) {
        for (var application : data.all("partnerApplications")) {
            if (application.has("partnerCode")) continue;
            plan(
                    data,
                    cast,
                    application,
                    form(application, null, DemoData.texts(application, "areaCodes"), calls),
                    script);
        }
    }

    /** What is a partner has come by its application; in the story it was given its number then. */
    void admit(
            DemoData data,
            DemoCast cast,
            JsonNode application,
            JsonNode partner,
            List<String> areas,
            Map<String, String> calls) {
        var script = new DemoScript();
        plan(data, cast, application, form(application, DemoData.text(partner, "intro"), areas, calls), script);
        script.play(time);
    }

    private void plan(DemoData data, DemoCast cast, JsonNode application, NewApplication form, DemoScript script) {
        var id = new AtomicReference<UUID>();
        var applicant = applicant(application, cast);
        script.add(
                data.at(application, "createdAt"),
                () -> id.set(applications.submit(form, applicant).id()));
        for (var step : answers(data, application)) {
            script.step(
                    data.at(step, "at"),
                    DemoData.text(step, "to"),
                    () -> act(id.get(), step, actor(step, application, cast)));
        }
    }

    private static List<JsonNode> answers(DemoData data, JsonNode application) {
        return data.of("timeline", "of", application.path("code").asText()).stream()
                .filter(step -> !step.path("action").asText().equals("submit"))
                .toList();
    }

    private static Caller actor(JsonNode step, JsonNode application, DemoCast cast) {
        String by = step.path("by").asText();
        return by.equals("applicant") ? applicant(application, cast) : cast.get(by);
    }

    private static Caller applicant(JsonNode application, DemoCast cast) {
        return cast.get(application.path("applicantCode").asText());
    }

    private void act(UUID id, JsonNode step, Caller who) {
        String text = step.path("text").asText();
        switch (step.path("action").asText()) {
            case "start-review" -> steps.startReview(id, who);
            case "approve" -> steps.approve(id, null, who);
            case "return" -> steps.sendBack(id, text, who);
            case "reject" -> steps.reject(id, text, who);
            case "withdraw" -> steps.withdraw(id, text, who);
            default -> throw new Unplayable(step.path("action").asText());
        }
    }

    private static NewApplication form(
            JsonNode application, @Nullable String intro, List<String> areas, Map<String, String> calls) {
        return new NewApplication(
                application.path("organisationName").asText(),
                Kind.valueOf(application.path("kind").asText().toUpperCase(Locale.ROOT)),
                null,
                intro,
                new Contact(
                        application.path("applicantName").asText(),
                        application.path("applicantPhone").asText()),
                areas,
                List.of(),
                List.of(new Offer(
                        CapabilityKind.valueOf(
                                application.path("offerKind").asText().toUpperCase(Locale.ROOT)),
                        application.path("offer").asText(),
                        null,
                        List.of(application.path("offerCategory").asText()))),
                null,
                calls.get(application.path("callCode").asText()),
                null,
                null);
    }
}
