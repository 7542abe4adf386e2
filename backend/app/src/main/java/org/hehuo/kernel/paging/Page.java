package org.hehuo.kernel.paging;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor where the next part begins; absent at the end
 */
public record Page<T>(
        @Schema(required = true) List<T> items,

        @Schema(description = "Send it as `cursor` for what follows; absent at the end") @Nullable
        String nextCursor) {

    /** A list that has an end by nature and comes whole. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), nextCursor);
    }
}
