package org.hehuo.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.life.Timeline;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.hehuo.notifications.Follows;
import org.hehuo.partners.Partners;
import org.hehuo.projects.ProjectState;
import org.hehuo.projects.Projects;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Claiming, giving back, and what becomes of a slot that comes free. The project's row is held before any claim's. */
@ApplicationScoped
public class ClaimService {
    final Jdbi jdbi;
    final ClaimQueries queries;
    final Projects projects;
    final Partners partners;
    final Lifecycle lifecycle;
    final Timeline timeline;
    final Outbox outbox;
    final Follows follows;
    final WorkCalendars calendars;
    final Time time;

    ClaimService(
            Jdbi jdbi,
            ClaimQueries queries,
            Projects projects,
            Partners partners,
            Lifecycle lifecycle,
            Timeline timeline,
            Outbox outbox,
            Follows follows,
            WorkCalendars calendars,
            Time time) {
        this.jdbi = jdbi;
        this.queries = queries;
        this.projects = projects;
        this.partners = partners;
        this.lifecycle = lifecycle;
        this.timeline = timeline;
        this.outbox = outbox;
        this.follows = follows;
        this.calendars = calendars;
        this.time = time;
    }

    /** First come: the claim holds at once if a slot is free, else waits in line, else is refused. */
    @Transactional
    public ClaimView create(String projectId, NewClaim claim, Caller caller) {
        var project = projects.facts(projectId, caller);
        boolean own = caller.speaksFor(claim.partnerId());
        if (!own && !caller.isStaffOf(project.areaCode())) throw Problem.of(ApiError.FORBIDDEN);
        partners.requireActive(claim.partnerId(), "partnerId");
        // A holder may give back between the two attempts; then the slot is free at the second try.
        for (int attempt = 0; attempt < 2; attempt++) {
            if (projects.takeSlot(projectId)) return made(project, claim, ClaimState.CONFIRMED, !own, caller);
            if (projects.takePlaceInLine(projectId)) return made(project, claim, ClaimState.WAITLISTED, !own, caller);
        }
        throw projects.refusal(why(projects.facts(projectId, caller), claim.partnerId()), projectId, caller);
    }

    private ApiError why(Projects.Facts project, String partner) {
        if (standsBehind(project.id(), partner)) return ApiError.CLAIM_ALREADY_CLAIMED;
        boolean full = project.state() == ProjectState.CLAIMED || project.state() == ProjectState.IN_PROGRESS;
        return full ? ApiError.CLAIM_SLOT_TAKEN : ApiError.WRONG_STATE;
    }

    private boolean standsBehind(String project, String partner) {
        return jdbi.withHandle(h -> h.createQuery("""
                select exists (select from claim where project_id = :project and partner_id = :partner
                    and state in ('submitted', 'confirmed', 'waitlisted', 'fulfilled'))
                """)
                .bind("project", project)
                .bind("partner", partner)
                .mapTo(Boolean.class)
                .one());
    }

    private ClaimView made(Projects.Facts project, NewClaim claim, ClaimState state, boolean onBehalf, Caller caller) {
        // Whoever took a slot or a place holds the project's row: nobody of the same partner comes in between.
        if (standsBehind(project.id(), claim.partnerId())) {
            throw projects.refusal(ApiError.CLAIM_ALREADY_CLAIMED, project.id(), caller);
        }
        boolean holds = state == ClaimState.CONFIRMED;
        UUID id = jdbi.withHandle(h -> h.createQuery("""
                insert into claim (project_id, partner_id, area_code, person_id, on_behalf, state, message, confirmed_at,
                    begin_by, created_at, updated_at)
                values (:project, :partner, :area, :person, :onBehalf, :state, :message, :confirmed, :beginBy, :now, :now)
                returning id
                """)
                .bind("project", project.id())
                .bind("partner", claim.partnerId())
                .bind("area", project.areaCode())
                .bind("person", caller.personId())
                .bind("onBehalf", onBehalf)
                .bind("state", state)
                .bind("message", claim.message())
                .bind("confirmed", holds ? time.instant() : null)
                .bind("beginBy", holds ? beginBy(project) : null)
                .bind("now", time.instant())
                .mapTo(UUID.class)
                .one());
        var made = load(id);
        timeline.record(made, holds ? "create" : "waitlist", null, state, caller, claim.message());
        outbox.emit(holds ? "confirmed" : "waitlisted", made, caller, made.eventData(project.topics()));
        if (holds) projects.claimed(project.id());
        partners.members(claim.partnerId()).forEach(member -> follows.follow(member, new Ref("project", project.id())));
        return queries.view(id, caller);
    }

    /** To the end of the last of the agreed calendar days. */
    private Instant beginBy(Projects.Facts project) {
        var today = calendars.dayOf(time.instant());
        return calendars.around(today).endOf(today.plusDays(project.beginWithinDays()));
    }

    @Transactional
    public ClaimView withdraw(UUID id, String reason, Caller caller) {
        var seen = load(id);
        if (!seen.isVisibleTo(caller)) throw Problem.of(ApiError.NOT_FOUND);
        var project = projects.lock(seen.project());
        var claim = lock(id);
        lifecycle.apply(claim, ClaimAction.WITHDRAW, caller, reason, claim.eventData(project.topics()));
        end(claim, reason, claim.leavesMark(time.instant()));
        free(claim, project);
        return queries.view(id, caller);
    }

    /** Nobody began in the agreed days: the slot goes on. Does nothing if somebody was quicker. */
    @Transactional
    public void lapse(UUID id) {
        var project = projects.lock(load(id).project());
        var claim = lock(id);
        if (!ClaimAction.LAPSE.allows(claim, Caller.CLOCK)) return;
        lifecycle.apply(claim, ClaimAction.LAPSE, Caller.CLOCK, null, claim.eventData(project.topics()));
        end(claim, null, true);
        free(claim, project);
    }

    /** The next in line holds the slot, with days of its own, in the same transaction; with nobody there it is open again. */
    private void free(Claim claim, Projects.Facts project) {
        if (claim.state() == ClaimState.WAITLISTED) {
            projects.leaveLine(project.id());
            return;
        }
        var next = jdbi.withHandle(h -> h.createQuery("select " + Claim.COLUMNS + """
                 from claim c where c.project_id = :project and c.state = 'waitlisted' order by c.queue_no limit 1 for update
                """)
                .bind("project", project.id())
                .map((rs, ctx) -> Claim.read(rs))
                .findOne());
        if (next.isPresent()) {
            promote(next.get(), project);
            projects.passOn(project.id());
        } else {
            projects.release(project.id());
        }
    }

    private void promote(Claim next, Projects.Facts project) {
        lifecycle.apply(next, ClaimAction.PROMOTE, Caller.CLOCK, null, next.eventData(project.topics()));
        jdbi.useHandle(h -> h.createUpdate("""
                update claim set promoted = true, confirmed_at = :now, begin_by = :beginBy where id = :id
                """)
                .bind("now", time.instant())
                .bind("beginBy", beginBy(project))
                .bind("id", next.id())
                .execute());
    }

    private void end(Claim claim, @Nullable String reason, boolean marked) {
        jdbi.useHandle(h -> h.createUpdate(
                        "update claim set ended_at = :now, end_reason = :reason, marked = :marked where id = :id")
                .bind("now", time.instant())
                .bind("reason", reason)
                .bind("marked", marked)
                .bind("id", claim.id())
                .execute());
    }

    private Claim load(UUID id) {
        return find(id, "");
    }

    private Claim lock(UUID id) {
        return find(id, " for update");
    }

    private Claim find(UUID id, String locking) {
        return jdbi.withHandle(
                h -> h.createQuery("select " + Claim.COLUMNS + " from claim c where c.id = :id" + locking)
                        .bind("id", id)
                        .map((rs, ctx) -> Claim.read(rs))
                        .findOne()
                        .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }
}
