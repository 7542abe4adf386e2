package org.hehuo.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.hehuo.kernel.sql.Columns;
import org.hehuo.kernel.sql.Patience;

/** Goes its rounds on every instance: writes the letters that are due, and carries those that wait. */
@ApplicationScoped
public class Post {
    /** In a row: then the other side is away, and the rest of the round would be waiting for nothing. */
    private static final int MOST_FAILURES = 3;

    final Letters letters;
    final List<Carrier> carriers;
    final MeterRegistry meters;

    Post(Letters letters, @All List<Carrier> carriers, MeterRegistry meters) {
        this.letters = letters;
        this.carriers = carriers;
        this.meters = meters;
    }

    @Scheduled(every = "{hehuo.delivery.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        Patience.without(this::round);
    }

    public void round() {
        for (var carrier : carriers) {
            if (!carrier.isOn()) continue;
            for (var form : carrier.forms()) {
                letters.peopleWithNews(form).forEach(person -> letters.write(person, form));
                carry(letters.waiting(form), carrier);
            }
        }
    }

    private void carry(List<UUID> waiting, Carrier carrier) {
        int failures = 0;
        for (var id : waiting) {
            failures = letters.take(id).map(taken -> isDone(taken, carrier)).orElse(true) ? 0 : failures + 1;
            if (failures == MOST_FAILURES) return;
        }
    }

    private boolean isDone(Letters.Taken taken, Carrier carrier) {
        var letter = taken.letter();
        if (taken.isOneTooMany()) {
            end(letter, Letter.Ending.GIVEN_UP);
            return true;
        }
        try {
            end(letter, carrier.carry(letter));
            return true;
        } catch (IOException | RuntimeException e) {
            // What it says may name the reader's address.
            Log.warnf(
                    "letter %s failed and will be tried again: %s",
                    letter.id(), e.getClass().getName());
            return false;
        }
    }

    private void end(Letter letter, Letter.Ending ending) {
        letters.end(letter.id(), ending);
        meters.counter("hehuo.letters", "form", Columns.word(letter.form()), "ending", Columns.word(ending))
                .increment();
        if (ending == Letter.Ending.GIVEN_UP)
            Log.errorf("letter %s is given up; its news stay on the screen", letter.id());
    }
}
