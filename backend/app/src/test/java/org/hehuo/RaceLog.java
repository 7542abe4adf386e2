package org.hehuo;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** What a crowd of claimants was answered, in the order in which it came. */
final class RaceLog {
    private static final int CREATED = 201;

    /**
     * @param told the claim's state, or the code of the refusal
     * @param comeAgain whether the answer says when
     */
    record Answered(
            String partner,
            String project,
            int status,
            String told,
            @Nullable String claim,
            boolean comeAgain) {

        boolean isFinal() {
            return status == CREATED || status == 409;
        }

        boolean isWon() {
            return status == CREATED && told.equals("confirmed");
        }
    }

    private final Queue<Answered> answers = new ConcurrentLinkedQueue<>();
    private final IntConsumer watcher;
    private int won;

    /** @param watcher is told how many were won, at each win */
    RaceLog(IntConsumer watcher) {
        this.watcher = watcher;
    }

    void write(Answered answer) {
        answers.add(answer);
        if (answer.isWon()) watcher.accept(next());
    }

    private synchronized int next() {
        return ++won;
    }

    List<Answered> answers() {
        return List.copyOf(answers);
    }
}
