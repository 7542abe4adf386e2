package org.hehuo.kernel.time;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hehuo.kernel.sql.Patience;

/** Carries out, on every instance, the steps that time brings. */
@ApplicationScoped
public class Sweeper {
    private static final int MOST_BATCHES_A_ROUND = 200;

    final List<TimeStep> steps;
    final List<Upkeep> upkeep;
    final Time time;

    Sweeper(@All List<TimeStep> steps, @All List<Upkeep> upkeep, Time time) {
        this.steps = steps;
        this.upkeep = upkeep;
        this.time = time;
    }

    @Scheduled(
            every = "{hehuo.sweep-every}",
            delayed = "{hehuo.sweep-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        Patience.without(this::sweep);
    }

    /** One round; a thing that fails does not hold up the others and is tried again in the next round. */
    public void sweep() {
        for (var step : steps) attempt(step, "", () -> carryOut(step));
        for (var work : upkeep) attempt(work, "", () -> tidy(work));
    }

    private void carryOut(TimeStep step) {
        for (String id : step.due(time.instant())) attempt(step, id, () -> step.carryOut(id, time.instant()));
    }

    private void tidy(Upkeep work) {
        for (int batch = 0; batch < MOST_BATCHES_A_ROUND && work.tidy(time.instant()) > 0; batch++) {
            Log.debugf("%s went on", work.getClass().getSimpleName());
        }
    }

    private static void attempt(Object what, String id, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            Log.warnf(e, "%s %s failed and will be tried again", what.getClass().getSimpleName(), id);
        }
    }
}
