package org.hehuo.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import org.hehuo.media.Captions;

/** What a picture shows is said in public, and nobody looks at it first: a watched word is refused, not held. */
@ApplicationScoped
class CheckedCaptions implements Captions {
    final WatchedWords words;

    CheckedCaptions(WatchedWords words) {
        this.words = words;
    }

    @Override
    public void check(String alt) {
        PersonalData.holdBack(alt, "alt");
        words.refuse(alt, "alt");
    }
}
