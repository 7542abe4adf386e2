package org.hehuo.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hehuo.kernel.outbox.Pump;
import org.hehuo.kernel.outbox.Watermarks;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.jdbi.v3.core.Jdbi;

/** Plays the demonstration into an empty database, once; its news is old, so nobody is told of it. */
@ApplicationScoped
class DemoLoader {
    private static final int AFTER_THE_BEGINNINGS = 200;

    final boolean wanted;
    final Jdbi jdbi;
    final ObjectMapper json;
    final DemoStage stage;
    final DemoTopics topics;
    final DemoProjects projects;
    final DemoApplications applications;
    final Scheduler scheduler;
    final Pump pump;
    final Watermarks watermarks;
    final WorkCalendars calendars;
    final Time time;

    DemoLoader(
            @ConfigProperty(name = "hehuo.demo") boolean wanted,
            Jdbi jdbi,
            ObjectMapper json,
            DemoStage stage,
            DemoTopics topics,
            DemoProjects projects,
            DemoApplications applications,
            Scheduler scheduler,
            Pump pump,
            Watermarks watermarks,
            WorkCalendars calendars,
            Time time) {
        this.wanted = wanted;
        this.jdbi = jdbi;
        this.json = json;
        this.stage = stage;
        this.topics = topics;
        this.projects = projects;
        this.applications = applications;
        this.scheduler = scheduler;
        this.pump = pump;
        this.watermarks = watermarks;
        this.calendars = calendars;
        this.time = time;
    }

    void onStart(@Observes @Priority(AFTER_THE_BEGINNINGS) StartupEvent start) {
        if (!wanted || isInUse()) return;
        scheduler.pause();
        try {
            load();
        } finally {
            scheduler.resume();
        }
    }

    private void load() {
        var began = System.nanoTime();
        var data = new DemoData(json, calendars.dayOf(time.instant()));
        var cast = new DemoCast(data);
        var script = new DemoScript();
        var callIds = stage.set(data, cast);
        projects.plan(data, cast, script, topics.plan(data, cast, script));
        applications.plan(data, cast, callIds, script);
        int played = script.play(time);
        pump.number();
        for (String consumer : pump.consumers()) watermarks.skipToEnd(consumer);
        Log.infof(
                "demo data: %d scenes played in %d ms; left out: %s",
                played, (System.nanoTime() - began) / 1_000_000, script.leftOut());
    }

    private boolean isInUse() {
        return jdbi.withHandle(h -> h.createQuery("select exists (select from person)")
                .mapTo(Boolean.class)
                .one());
    }
}
