package org.hehuo.meetings;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.hehuo.areas.AreaCode;
import org.hehuo.areas.Areas;
import org.hehuo.claims.ClaimSteps;
import org.hehuo.kernel.http.IfMatch;
import org.hehuo.kernel.http.MergePatch;
import org.hehuo.kernel.life.Timeline;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.partners.PartnerBelongings;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Preparing a joint meeting: its place and hour, its projects, who is invited. */
@ApplicationScoped
public class MeetingPlans implements PartnerBelongings {
    private static final Duration FARTHEST = Duration.ofDays(366);
    private static final int CODE_BYTES = 12;
    /** As many as a sentence can name. */
    private static final int SOME = 3;

    private static final SecureRandom RANDOM = new SecureRandom();

    final Jdbi jdbi;
    final MeetingStore store;
    final MeetingQueries queries;
    final RoundService rounds;
    final ClaimSteps claims;
    final Areas areas;
    final MergePatch patches;
    final Timeline timeline;
    final Outbox outbox;
    final Time time;

    MeetingPlans(
            Jdbi jdbi,
            MeetingStore store,
            MeetingQueries queries,
            RoundService rounds,
            ClaimSteps claims,
            Areas areas,
            MergePatch patches,
            Timeline timeline,
            Outbox outbox,
            Time time) {
        this.jdbi = jdbi;
        this.store = store;
        this.queries = queries;
        this.rounds = rounds;
        this.claims = claims;
        this.areas = areas;
        this.patches = patches;
        this.timeline = timeline;
        this.outbox = outbox;
        this.time = time;
    }

    @Transactional
    public MeetingView create(NewMeeting meeting, Caller caller) {
        AreaCode area = areas.require(meeting.areaCode(), "areaCode");
        if (!caller.isStaffOf(meeting.areaCode())) throw Problem.of(ApiError.FORBIDDEN);
        var form = meeting.form();
        requireAhead(form.startsAt());
        String id = jdbi.withHandle(h -> texts(h.createQuery("""
                insert into meeting (id, state, title, place, agenda, area_code, district, subdistrict, community, compound,
                    starts_at, hall_code, created_by, created_at, updated_at)
                values ('M-' || extract(year from cast(:now as timestamptz) at time zone 'UTC') || '-'
                        || padded(nextval('meeting_number'), 6),
                    'planned', :title, :place, :agenda, :area, :district, :subdistrict, :community, :compound,
                    :startsAt, :code, :me, :now, :now)
                returning id
                """), form)
                .bind("area", area.code())
                .bind("district", area.district())
                .bind("subdistrict", area.subdistrict())
                .bind("community", area.community())
                .bind("compound", area.compound())
                .bind("code", code())
                .bind("me", caller.personId())
                .mapTo(String.class)
                .one());
        var made = store.find(id);
        bring(made, form);
        timeline.record(made, "create", null, made.state(), caller, null);
        outbox.emit("planned", made, caller, made.eventData(form.partnerIds()));
        return queries.view(id, caller);
    }

    private String code() {
        byte[] bytes = new byte[CODE_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void requireAhead(Instant start) {
        var now = time.instant();
        if (start.isBefore(now.minus(Duration.ofDays(1)))) throw Problem.invalid("startsAt", "past");
        if (start.isAfter(now.plus(FARTHEST))) throw Problem.invalid("startsAt", "far");
    }

    private <T extends SqlStatement<T>> T texts(T statement, MeetingForm form) {
        return statement
                .bind("title", form.title())
                .bind("place", form.place())
                .bind("agenda", form.agenda().toArray(String[]::new))
                .bind("startsAt", form.startsAt())
                .bind("now", time.instant());
    }

    @Transactional
    MeetingView edit(String id, @Nullable String ifMatch, JsonNode patch, Caller caller) {
        var meeting = store.lock(id);
        if (!caller.isStaffOf(meeting.areaCode())) throw Problem.of(ApiError.FORBIDDEN);
        if (!meeting.isUnfinished()) throw MeetingAction.refusal(ApiError.WRONG_STATE, meeting, caller);
        IfMatch.check(ifMatch, meeting.version());
        var current = queries.editable(id);
        var form = patches.apply(current, patch, MeetingForm.class);
        if (!form.startsAt().equals(current.startsAt())) {
            requireAhead(form.startsAt());
            if (meeting.state() == MeetingState.PLANNED) rounds.move(id, current.startsAt(), form.startsAt());
        }
        jdbi.useHandle(h -> texts(h.createUpdate("""
                update meeting set title = :title, place = :place, agenda = :agenda, starts_at = :startsAt,
                    reminded_at = case when starts_at = :startsAt then reminded_at end, updated_at = :now, version = version + 1
                where id = :id
                """), form).bind("id", id).execute());
        bring(meeting, form);
        timeline.record(meeting, "edit", meeting.state(), meeting.state(), caller, null);
        boolean moved =
                !form.startsAt().equals(current.startsAt()) || !form.place().equals(current.place());
        var kept = without(current.partnerIds(), without(current.partnerIds(), form.partnerIds()));
        outbox.emit("changed", meeting, caller, meeting.eventData(moved ? kept : List.of()));
        var fresh = without(form.partnerIds(), current.partnerIds());
        if (!fresh.isEmpty()) outbox.emit("invited", meeting, caller, meeting.eventData(fresh));
        return queries.view(id, caller);
    }

    private static List<String> without(List<String> all, List<String> some) {
        var left = new ArrayList<>(all);
        left.removeAll(new HashSet<>(some));
        return left;
    }

    private void bring(Meeting meeting, MeetingForm form) {
        bringProjects(meeting, form.projectIds());
        invite(meeting, form.partnerIds());
    }

    /** What was claimed already stays with the meeting. */
    private void bringProjects(Meeting meeting, List<String> projects) {
        requireOnce(projects, "projectIds");
        requireBeforeNoOther(meeting, projects);
        var left = jdbi.withHandle(h -> h.createQuery("""
                delete from meeting_project where meeting_id = :id and project_id <> all(:projects) returning project_id
                """)
                .bind("id", meeting.id())
                .bind("projects", projects.toArray(String[]::new))
                .mapTo(String.class)
                .list());
        // Whom a round held back there waits no longer for its end.
        left.stream().sorted().forEach(claims::moveUp);
        int there = jdbi.withHandle(h -> h.createUpdate("""
                    insert into meeting_project (meeting_id, project_id, position)
                    select :id, p.id, w.at from unnest(cast(:projects as text[])) with ordinality w (id, at)
                        join project p on p.id = w.id and starts_with(p.area_code, :area)
                        left join meeting_project b on b.meeting_id = :id and b.project_id = p.id
                    where p.state = 'open' or b.project_id is not null
                    on conflict (meeting_id, project_id) do update set position = excluded.position
                    """)
                .bind("id", meeting.id())
                .bind("projects", projects.toArray(String[]::new))
                .bind("area", meeting.areaCode())
                .execute());
        if (there < projects.size()) throw Problem.invalid("projectIds", "not_found");
    }

    private void requireBeforeNoOther(Meeting meeting, List<String> projects) {
        var taken = jdbi.withHandle(h -> h.createQuery("""
                select p.title from meeting_project b join project p on p.id = b.project_id
                where b.unfinished and b.project_id = any(:projects) and b.meeting_id <> :id
                    and starts_with(p.area_code, :area)
                order by p.id limit :some
                """)
                .bind("projects", projects.toArray(String[]::new))
                .bind("area", meeting.areaCode())
                .bind("id", meeting.id())
                .bind("some", SOME)
                .mapTo(String.class)
                .list());
        if (!taken.isEmpty()) {
            throw Problem.of(ApiError.MEETING_PROJECT_TAKEN).saying("（" + String.join("、", taken) + "）");
        }
    }

    /** Who has come stays, invited or not; who was invited may stay invited, whatever became of it since. */
    private void invite(Meeting meeting, List<String> guests) {
        requireOnce(guests, "partnerIds");
        int there = jdbi.withHandle(h -> {
            h.createUpdate("""
                    delete from meeting_partner where meeting_id = :id and partner_id <> all(:guests) and checked_in_at is null
                    """)
                    .bind("id", meeting.id())
                    .bind("guests", guests.toArray(String[]::new))
                    .execute();
            return h.createUpdate("""
                    insert into meeting_partner (meeting_id, partner_id, invited_at)
                    select :id, p.id, :now from partner p
                    where p.id = any(:guests) and (p.state = 'active' or exists (
                        select from meeting_partner w where w.meeting_id = :id and w.partner_id = p.id))
                    on conflict (meeting_id, partner_id)
                        do update set invited_at = coalesce(meeting_partner.invited_at, excluded.invited_at)
                    """)
                    .bind("id", meeting.id())
                    .bind("guests", guests.toArray(String[]::new))
                    .bind("now", time.instant())
                    .execute();
        });
        if (there < guests.size()) throw Problem.invalid("partnerIds", "not_found");
    }

    /** The one that a partner became comes in its place. */
    @Override
    public void move(String fromPartner, String toPartner) {
        jdbi.useHandle(h -> h.createUpdate("""
                with gone as (
                    delete from meeting_partner w using meeting m
                    where m.id = w.meeting_id and m.state in ('planned', 'live') and w.partner_id = :from returning w.*)
                insert into meeting_partner as w (meeting_id, partner_id, invited_at, checked_in_at, checked_in_by, in_hall)
                select meeting_id, :to, invited_at, checked_in_at, checked_in_by, in_hall from gone
                on conflict (meeting_id, partner_id) do update set
                    invited_at = coalesce(w.invited_at, excluded.invited_at),
                    checked_in_at = coalesce(w.checked_in_at, excluded.checked_in_at),
                    checked_in_by = coalesce(w.checked_in_by, excluded.checked_in_by),
                    in_hall = w.in_hall or excluded.in_hall
                """)
                .bind("from", fromPartner)
                .bind("to", toPartner)
                .execute());
    }

    private static void requireOnce(Collection<String> ids, String field) {
        if (new HashSet<>(ids).size() < ids.size()) throw Problem.invalid(field, "repeated");
    }
}
