package org.hehuo.demo;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hehuo.kernel.security.Caller;
import org.hehuo.meetings.CheckIn;
import org.hehuo.meetings.CheckIns;
import org.hehuo.meetings.MeetingPlans;
import org.hehuo.meetings.MeetingService;
import org.hehuo.meetings.NewMeeting;
import org.hehuo.meetings.RoundInput;
import org.hehuo.meetings.RoundService;
import org.jdbi.v3.core.Jdbi;

/** The scenes of joint meetings: planned, who came, the round, the end. What was claimed in them the claims tell. */
@ApplicationScoped
class DemoMeetings {
    private static final Duration PLANNED_BEFORE = Duration.ofDays(7);

    final Jdbi jdbi;
    final MeetingPlans plans;
    final MeetingService meetings;
    final RoundService rounds;
    final CheckIns checkIns;

    DemoMeetings(Jdbi jdbi, MeetingPlans plans, MeetingService meetings, RoundService rounds, CheckIns checkIns) {
        this.jdbi = jdbi;
        this.plans = plans;
        this.meetings = meetings;
        this.rounds = rounds;
        this.checkIns = checkIns;
    }

    private record Held(String id, String hallCode) {}

    /** @param projects ids by their code, filled in as the projects come into being */
    void plan(DemoData data, DemoCast cast, DemoScript script, Map<String, String> projects) {
        var held = new HashMap<String, Held>();
        for (var meeting : data.all("meetings")) {
            String code = meeting.path("code").asText();
            var chair = cast.get(meeting.path("createdBy").asText());
            script.add(planned(data, meeting), () -> held.put(code, call(data, meeting, projects, chair)));
            for (var arrival : data.of("checkIns", "meetingCode", code)) {
                script.add(data.at(arrival, "at"), () -> {
                    var there = get(held, code);
                    var partner = arrival.path("partnerCode").asText();
                    var who = cast.get(arrival.path("personCode").asText());
                    checkIns.arrive(there.id, new CheckIn(partner, there.hallCode), who);
                });
            }
            if (meeting.hasNonNull("startedAt"))
                script.add(data.at(meeting, "startedAt"), () -> meetings.start(get(held, code).id, null, chair));
            if (meeting.hasNonNull("closedAt"))
                script.add(data.at(meeting, "closedAt"), () -> meetings.close(get(held, code).id, null, chair));
        }
    }

    /** A week before, or today for what is farther off. */
    private static Instant planned(DemoData data, JsonNode meeting) {
        var weekBefore = data.at(meeting, "plannedAt").minus(PLANNED_BEFORE);
        return weekBefore.isBefore(data.today()) ? weekBefore : data.today();
    }

    private static Held get(Map<String, Held> held, String code) {
        var one = held.get(code);
        if (one == null) throw new Unplayable("steps of meetings that were not planned");
        return one;
    }

    private Held call(DemoData data, JsonNode meeting, Map<String, String> projects, Caller chair) {
        String code = meeting.path("code").asText();
        String area = meeting.path("areaCode").asText();
        var made = plans.create(
                new NewMeeting(
                        meeting.path("title").asText(),
                        meeting.path("place").asText(),
                        area,
                        data.at(meeting, "plannedAt"),
                        DemoData.texts(meeting, "agenda"),
                        before(data, code, area, projects),
                        List.of()),
                chair);
        for (var round : data.of("claimRounds", "code", code + "/R1")) {
            rounds.plan(
                    made.id(),
                    new RoundInput.NewRound(data.at(round, "opensAt"), data.at(round, "closesAt"), null, false, null),
                    chair);
        }
        return new Held(made.id(), Objects.requireNonNull(made.hallCode()));
    }

    /** Those that the story puts before it; else what is open in its area, once more. */
    private List<String> before(DemoData data, String meeting, String area, Map<String, String> projects) {
        var told = data.of("projects", "meetingCode", meeting).stream()
                .map(project -> projects.get(project.path("code").asText()))
                .filter(Objects::nonNull)
                .toList();
        if (!told.isEmpty()) return told;
        return jdbi.withHandle(h -> h.createQuery(
                        "select id from project where state = 'open' and area_code = :area order by created_at, id")
                .bind("area", area)
                .mapTo(String.class)
                .list());
    }
}
