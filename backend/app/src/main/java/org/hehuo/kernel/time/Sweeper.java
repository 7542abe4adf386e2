package org.hehuo.kernel.time;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Carries out, on every instance, the steps that time brings. */
@ApplicationScoped
public class Sweeper {
    private static final int MOST_BATCHES_A_ROUND = 200;

    final List<TimeStep> steps;
    final Time time;

    Sweeper(@All List<TimeStep> steps, Time time) {
        this.steps = steps;
        this.time = time;
    }

    @Scheduled(
            every = "{hehuo.sweep-every}",
            delayed = "{hehuo.sweep-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void onSchedule() {
        sweep();
    }

    /** One round over all steps; one that fails does not hold up the others and is tried again in the next round. */
    public void sweep() {
        for (var step : steps) {
            try {
                for (int batch = 0; batch < MOST_BATCHES_A_ROUND && step.carryOut(time.instant()) > 0; batch++) {
                    Log.debugf("%s went on", step.getClass().getSimpleName());
                }
            } catch (RuntimeException e) {
                Log.warnf(
                        e, "%s failed and will be tried again", step.getClass().getSimpleName());
            }
        }
    }
}
