package org.hehuo.kernel.http;

import org.jspecify.annotations.Nullable;

/** The answer that a key got the first time, on its way to be given again. */
final class Replay extends RuntimeException {
    final int status;
    final String body;
    final @Nullable String etag;
    final @Nullable String location;

    Replay(int status, String body, @Nullable String etag, @Nullable String location) {
        super("replay", null, false, false);
        this.status = status;
        this.body = body;
        this.etag = etag;
        this.location = location;
    }
}
