package org.hehuo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Many who do something in the same moment. */
final class Together {
    private static final int FEW = 8;

    private Together() {}

    /** Each of many things, a few at a time: a server that is asked all at once refuses some unseen. */
    static <T> void few(List<T> things, Consumer<T> deed) {
        each(FEW, lane -> {
            for (int i = lane; i < things.size(); i += FEW) deed.accept(things.get(i));
            return lane;
        });
    }

    /** @return what each of them got, in the order of their numbers */
    static <T> List<T> each(int many, IntFunction<T> deed) {
        var start = new CountDownLatch(1);
        try (var crowd = Executors.newCachedThreadPool()) {
            var running = new ArrayList<Future<T>>();
            for (int i = 0; i < many; i++) {
                int number = i;
                running.add(crowd.submit(() -> {
                    start.await();
                    return deed.apply(number);
                }));
            }
            start.countDown();
            var got = new ArrayList<T>();
            for (var one : running) got.add(one.get());
            return got;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
