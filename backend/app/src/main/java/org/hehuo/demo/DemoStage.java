package org.hehuo.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hehuo.areas.AreaService;
import org.hehuo.areas.NewArea;
import org.hehuo.calls.CallForm;
import org.hehuo.calls.CallService;
import org.hehuo.capabilities.CapabilityForm;
import org.hehuo.capabilities.CapabilityKind;
import org.hehuo.capabilities.CapabilityService;
import org.hehuo.capabilities.Charge;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Standing;
import org.hehuo.kernel.time.Time;
import org.hehuo.partners.Kind;
import org.hehuo.partners.NewPartner;
import org.hehuo.partners.PartnerService;
import org.hehuo.people.PeopleService;
import org.hehuo.people.PersonAreas;

/** Sets the stage: compounds, people with their areas, calls, partners with their members and what they can give. */
@ApplicationScoped
class DemoStage {
    private static final String DIRECTOR = "U-A01";
    private static final String ROBOT = "service-account-hehuo-integration";

    final AreaService areas;
    final Standing standing;
    final PeopleService people;
    final PartnerService partners;
    final CallService calls;
    final CapabilityService capabilities;
    final DemoAgreements agreements;
    final DemoApplications applications;
    final ObjectMapper json;
    final Time time;

    DemoStage(
            AreaService areas,
            Standing standing,
            PeopleService people,
            PartnerService partners,
            CallService calls,
            CapabilityService capabilities,
            DemoAgreements agreements,
            DemoApplications applications,
            ObjectMapper json,
            Time time) {
        this.areas = areas;
        this.standing = standing;
        this.people = people;
        this.partners = partners;
        this.calls = calls;
        this.capabilities = capabilities;
        this.agreements = agreements;
        this.applications = applications;
        this.json = json;
        this.time = time;
    }

    /** Returns the ids of the calls by their codes. */
    Map<String, String> set(DemoData data, DemoCast cast) {
        var start = data.at(data.all("calls").getFirst(), "publishedAt");
        time.at(start, () -> data.all("compounds").forEach(compound -> open(cast, compound)));
        areas.forget();
        data.all("persons").forEach(person -> enter(data, cast, person, start));
        time.at(start, () -> data.all("persons").forEach(person -> appoint(cast, person)));
        var callIds = new HashMap<String, String>();
        data.all("calls")
                .forEach(call -> time.at(
                        data.at(call, "publishedAt"),
                        () -> callIds.put(call.path("code").asText(), call(data, cast, call))));
        // Codes and numbers agree, because both count from one in the same order.
        data.all("partners")
                .forEach(partner -> time.at(data.at(partner, "joinedOn"), () -> join(data, cast, partner, callIds)));
        standing.of(DemoCast.id(ROBOT), ROBOT, ROBOT, true, null);
        time.at(start, () -> agreements.grantProgram(DemoCast.id(ROBOT), "HH-0001"));
        return callIds;
    }

    private void open(DemoCast cast, JsonNode compound) {
        String name = compound.path("name").asText();
        areas.create(new NewArea(compound.path("code").asText(), name), cast.get(DIRECTOR));
    }

    private void enter(DemoData data, DemoCast cast, JsonNode person, Instant start) {
        var caller = cast.get(person.path("code").asText());
        var when = person.hasNonNull("registeredOn") ? data.at(person, "registeredOn") : start;
        time.at(when, () -> {
            standing.of(caller.personId(), person.path("username").asText(), caller.displayName(), false, null);
            people.changeMe("*", contact(person), caller);
        });
    }

    private void appoint(DemoCast cast, JsonNode person) {
        var areaCodes = DemoData.texts(person, "areaCodes");
        if (areaCodes.isEmpty()) return;
        var id = cast.get(person.path("code").asText()).personId();
        people.giveAreas(id, new PersonAreas(areaCodes), cast.get(DIRECTOR));
    }

    private JsonNode contact(JsonNode person) {
        var contact = json.createObjectNode().put("phone", person.path("phone").asText());
        if (person.hasNonNull("homeAreaCode"))
            contact.put("homeArea", person.path("homeAreaCode").asText());
        return contact;
    }

    private String call(DemoData data, DemoCast cast, JsonNode call) {
        var director = cast.get(call.path("createdBy").asText());
        String wanted =
                DemoData.texts(call, "wanted").stream().map(w -> "\n- " + w).collect(Collectors.joining());
        var written = calls.create(
                new CallForm(
                        call.path("title").asText(),
                        call.path("body").asText() + "\n\n## 我们在找\n" + wanted,
                        call.path("areaCode").asText(),
                        DemoData.texts(call, "fieldCodes"),
                        List.of(),
                        data.day(call, "closesOn"),
                        null),
                director);
        return calls.publish(written.id(), null, director).id();
    }

    private void join(DemoData data, DemoCast cast, JsonNode partner, Map<String, String> callIds) {
        String code = partner.path("code").asText();
        var memberships = data.of("memberships", "partnerCode", code);
        var owner = memberships.stream()
                .filter(m -> m.path("role").asText().equals("owner"))
                .findFirst()
                .orElseThrow();
        Caller director = cast.get(DIRECTOR);
        Caller speaker = cast.get(owner.path("personCode").asText());
        var joined =
                data.of("partnerApplications", "partnerCode", code).stream().findFirst();
        joined.ifPresentOrElse(
                application -> applications.admit(data, cast, application, partner, areas(data, code), callIds),
                () -> partners.create(form(data, partner, speaker), director));
        memberships.stream()
                .filter(m -> !m.equals(owner))
                .forEach(m ->
                        agreements.grant(cast.get(m.path("personCode").asText()).personId(), code, director));
        data.of("capabilities", "partnerCode", code)
                .forEach(capability -> capabilities.create(code, form(capability), speaker));
    }

    private static NewPartner form(DemoData data, JsonNode partner, Caller speaker) {
        return new NewPartner(
                partner.path("name").asText(),
                Kind.valueOf(partner.path("kind").asText().toUpperCase(Locale.ROOT)),
                null,
                DemoData.text(partner, "intro"),
                areas(data, partner.path("code").asText()),
                DemoData.texts(partner, "fieldCodes"),
                DemoData.text(partner, "contactPhone"),
                null,
                Objects.requireNonNull(data.day(partner, "joinedOn")),
                speaker.personId());
    }

    private static List<String> areas(DemoData data, String partner) {
        return data.of("partnerAreas", "partnerCode", partner).stream()
                .map(area -> area.path("areaCode").asText())
                .toList();
    }

    private static CapabilityForm form(JsonNode capability) {
        String unit = DemoData.text(capability, "unit");
        return new CapabilityForm(
                CapabilityKind.valueOf(capability.path("kind").asText().toUpperCase(Locale.ROOT)),
                capability.path("title").asText(),
                DemoData.text(capability, "text"),
                DemoData.texts(capability, "categoryCodes"),
                List.of(),
                unit == null ? null : new BigDecimal(capability.path("quantity").asText()),
                null,
                unit,
                null,
                Charge.FREE,
                List.of());
    }
}
