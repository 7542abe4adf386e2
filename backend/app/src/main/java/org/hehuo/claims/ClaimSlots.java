package org.hehuo.claims;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.hehuo.projects.Projects;
import org.jdbi.v3.core.Jdbi;

/** What it means to hold a slot: since when, and by when to begin. */
@ApplicationScoped
class ClaimSlots {
    final Jdbi jdbi;
    final Projects projects;
    final WorkCalendars calendars;
    final Time time;

    ClaimSlots(Jdbi jdbi, Projects projects, WorkCalendars calendars, Time time) {
        this.jdbi = jdbi;
        this.projects = projects;
        this.calendars = calendars;
        this.time = time;
    }

    /** To the end of the last of the agreed calendar days. */
    Instant beginBy(Projects.Facts project) {
        var today = calendars.dayOf(time.instant());
        return calendars.around(today).endOf(today.plusDays(project.beginWithinDays()));
    }

    void hold(Claim claim, Projects.Facts project) {
        jdbi.useHandle(h -> h.createUpdate("""
                update claim set promoted = :promoted, confirmed_at = :now, begin_by = :beginBy where id = :id
                """)
                .bind("promoted", claim.state() == ClaimState.WAITLISTED)
                .bind("now", time.instant())
                .bind("beginBy", beginBy(project))
                .bind("id", claim.id())
                .execute());
    }

    /** Whoever holds a share has days to begin from when the project is claimed: before that nobody can. */
    void settle(Projects.Facts project) {
        boolean claimed = projects.settle(project.id());
        if (!claimed || !project.isShared()) return;
        jdbi.useHandle(h -> h.createUpdate("""
                update claim set begin_by = greatest(begin_by, cast(:beginBy as timestamptz))
                where project_id = :project and state = 'confirmed' and begun_at is null
                """)
                .bind("beginBy", beginBy(project))
                .bind("project", project.id())
                .execute());
    }
}
