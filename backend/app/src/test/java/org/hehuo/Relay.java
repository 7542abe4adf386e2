package org.hehuo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Stands between the application and what it stands on: passes on, holds everything back, delays it, or cuts and refuses. */
final class Relay implements AutoCloseable {
    private static final int AS_MUCH_AT_ONCE = 8192;

    private final int to;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket door;
    private boolean held;
    private Duration delay = Duration.ZERO;

    Relay(int to) {
        this.to = to;
        this.door = door(0);
        listen();
    }

    int port() {
        return door.getLocalPort();
    }

    /** Nothing comes through, and nothing is lost: as if the other side were frozen. */
    synchronized void hold() {
        held = true;
    }

    /** What is asked comes later by so much. */
    synchronized void slow(Duration by) {
        delay = by;
    }

    /** Every connection ends, and no new one is taken. */
    void cut() {
        try {
            door.close();
            for (var socket : open) socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void heal() {
        held = false;
        delay = Duration.ZERO;
        notifyAll();
        if (!door.isClosed()) return;
        door = door(door.getLocalPort());
        listen();
    }

    @Override
    public void close() {
        heal();
        cut();
    }

    private static ServerSocket door(int port) {
        try {
            var door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        var current = door;
        Thread.ofVirtual().start(() -> {
            while (!current.isClosed()) {
                try {
                    join(current.accept());
                } catch (IOException closedOrNobodyBehindIt) {
                    Thread.onSpinWait();
                }
            }
        });
    }

    private void join(Socket near) throws IOException {
        open.add(near);
        try {
            var far = new Socket(InetAddress.getLoopbackAddress(), to);
            open.add(far);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> pass(near, far, true));
            Thread.ofVirtual().start(() -> pass(far, near, false));
        } catch (IOException e) {
            near.close();
            throw e;
        }
    }

    private void pass(Socket from, Socket to, boolean asks) {
        try (from;
                to) {
            var bytes = new byte[AS_MUCH_AT_ONCE];
            for (int n = from.getInputStream().read(bytes);
                    n >= 0;
                    n = from.getInputStream().read(bytes)) {
                awaitPassage(asks);
                to.getOutputStream().write(bytes, 0, n);
            }
        } catch (IOException | InterruptedException e) {
            // The other half of the pair ends with it.
            open.removeAll(List.of(from, to));
        }
    }

    private synchronized void awaitPassage(boolean asks) throws InterruptedException {
        long until = System.nanoTime() + (asks ? delay.toNanos() : 0);
        while (held || until - System.nanoTime() > 0) {
            wait(held ? 0 : Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
            if (delay.isZero() && !held) return;
        }
    }
}
