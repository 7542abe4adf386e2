package org.hehuo.topics;

import jakarta.enterprise.context.ApplicationScoped;
import org.hehuo.moderation.WatchedWords;
import org.jspecify.annotations.Nullable;

/** What is said with a step stands in the timeline at once. Nobody can hold it there, so it is refused. */
@ApplicationScoped
class StepWords {
    final WatchedWords words;

    StepWords(WatchedWords words) {
        this.words = words;
    }

    /** @throws org.hehuo.kernel.problem.Problem {@code invalid} naming the field */
    void check(Topic topic, @Nullable String text, String field) {
        topic.holdBack(text, field);
        if (topic.readers() != Readers.MEMBERS) words.refuse(text, field);
    }
}
