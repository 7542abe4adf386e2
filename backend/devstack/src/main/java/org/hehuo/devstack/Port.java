package org.hehuo.devstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** The ports that a person may choose by an environment variable of the same name. */
enum Port {
    HEHUO_PORT(8080),
    HEHUO_KEYCLOAK_PORT(8180),
    HEHUO_POSTGRES_PORT(5433);

    private final int usual;

    Port(int usual) {
        this.usual = usual;
    }

    /** A stack that keeps its data in the folder; refuses a port that is none, is named twice or is in use. */
    static Options chosen(Map<String, String> environment, Path data) {
        var chosen = new EnumMap<Port, Integer>(Port.class);
        for (Port port : values()) {
            int number = port.number(environment);
            if (chosen.containsValue(number)) {
                throw new DevstackException("Port " + number + " is wanted twice: give " + port + " another one");
            }
            port.requireFree(number);
            chosen.put(port, number);
        }
        return new Options(
                data,
                HEHUO_PORT.number(environment),
                HEHUO_KEYCLOAK_PORT.number(environment),
                HEHUO_POSTGRES_PORT.number(environment),
                true);
    }

    private int number(Map<String, String> environment) {
        String given = environment.getOrDefault(name(), "").strip();
        if (given.isEmpty()) {
            return usual;
        }
        if (!given.matches("[1-9][0-9]{0,4}") || Integer.parseInt(given) > 65_535) {
            throw new DevstackException(this + " is not a port number: " + given);
        }
        return Integer.parseInt(given);
    }

    private void requireFree(int number) {
        try (var socket = new ServerSocket(number, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (IOException e) {
            throw new DevstackException(
                    "Port " + number + " is in use: stop what listens there, or set " + this + " to another", e);
        }
    }
}
