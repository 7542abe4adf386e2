package org.hehuo.kernel.live;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.queues.Queues;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;

/**
 * Who watches what on this instance. Whoever is too slow to take what is waiting is let go, and comes back for what was missed.
 *
 * @param <K> what is watched
 * @param <T> what is told of it
 */
public final class Watchers<K, T> {
    private static final int MOST = 5000;
    private static final int MOST_WAITING = 256;

    private final Map<K, Set<UnicastProcessor<T>>> byKey = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    /** From now on; nothing is lost between this call and the first request for more. */
    public Multi<T> watch(K key) {
        return watch(key, List::of);
    }

    /**
     * What was missed, then what comes from now on. It is listened to before the one is read, so that nothing falls between.
     *
     * @throws Problem {@code unavailable} when this instance has enough
     */
    public Multi<T> watch(K key, Supplier<List<T>> missed) {
        if (count.incrementAndGet() > MOST) {
            count.decrementAndGet();
            throw Problem.of(ApiError.UNAVAILABLE);
        }
        UnicastProcessor<T> watcher =
                UnicastProcessor.create(Queues.<T>get(MOST_WAITING).get(), null);
        byKey.computeIfAbsent(key, k -> ConcurrentHashMap.newKeySet()).add(watcher);
        try {
            return Multi.createBy()
                    .concatenating()
                    .streams(Multi.createFrom().iterable(missed.get()), watcher)
                    .onTermination()
                    .invoke(() -> leave(key, watcher));
        } catch (RuntimeException e) {
            // Nobody will ever listen, so nobody would ever leave.
            leave(key, watcher);
            throw e;
        }
    }

    private void leave(K key, UnicastProcessor<T> watcher) {
        byKey.computeIfPresent(key, (k, all) -> {
            if (all.remove(watcher)) count.decrementAndGet();
            return all.isEmpty() ? null : all;
        });
    }

    public void tell(K key, T news) {
        byKey.getOrDefault(key, Set.of()).forEach(watcher -> watcher.onNext(news));
    }

    public Set<K> watched() {
        return Set.copyOf(byKey.keySet());
    }
}
