package org.hehuo.topics;

import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.text.Words;

/** Who wrote something, as others see it. */
@Schema(name = "Author")
record Author(@Schema(required = true, examples = "栗子奶奶") String displayName) {

    /**
     * @param byPhone staff wrote it down for a caller on the phone
     */
    static Author of(UUID person, boolean anonymous, boolean byPhone, Map<UUID, String> names, Caller caller) {
        if (byPhone) return new Author(Words.say(caller.language(), "person.caller"));
        if (anonymous) return new Author(Words.say(caller.language(), "person.anonymous"));
        return new Author(names.getOrDefault(person, ""));
    }
}
