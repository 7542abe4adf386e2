package org.hehuo.kernel.live;

import org.jspecify.annotations.Nullable;

/**
 * Something told to a watcher.
 *
 * @param id what {@code Last-Event-ID} names when the line comes back; absent where nothing is caught up with
 */
public record Message(String name, @Nullable String id, Object data) {}
