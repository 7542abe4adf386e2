package org.hehuo.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/**
 * Where a stack keeps its data and listens.
 *
 * @param data folder of the databases; what is there already is kept
 * @param applicationPort where the application will listen; login may return to this origin only
 * @param durable false leaves out flushing to disk, for data that nobody misses
 */
public record Options(Path data, int applicationPort, int keycloakPort, int postgresPort, boolean durable) {

    /** A stack on free ports whose data nobody misses. */
    public static Options throwAway(Path data) {
        try (var one = free();
                var two = free();
                var three = free()) {
            return new Options(data, one.getLocalPort(), two.getLocalPort(), three.getLocalPort(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only origin that the browser login returns to. */
    public String origin() {
        return "http://localhost:" + applicationPort;
    }

    private static ServerSocket free() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
