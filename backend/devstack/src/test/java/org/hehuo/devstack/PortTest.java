package org.hehuo.devstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortTest {
    private static final Path DATA = Path.of("data");

    @Test
    void portsComeFromTheEnvironment() {
        var free = Options.throwAway(DATA);
        assertEquals(
                new Options(DATA, free.applicationPort(), free.keycloakPort(), free.postgresPort(), true),
                Port.chosen(environment(free.applicationPort(), free.keycloakPort(), free.postgresPort()), DATA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "0", "-1", "65536", "80.80", "123456789012"})
    void whatIsNoPortIsRefusedByName(String given) {
        assertEquals("HEHUO_PORT is not a port number: " + given, refusal(Map.of("HEHUO_PORT", given)));
    }

    @Test
    void oneNumberForTwoPortsIsRefused() {
        int port = Options.throwAway(DATA).applicationPort();
        assertEquals(
                "Port " + port + " is wanted twice: give HEHUO_KEYCLOAK_PORT another one",
                refusal(environment(port, port, port)));
    }

    @Test
    void aPortInUseIsNamedWithItsCure() throws IOException {
        var free = Options.throwAway(DATA);
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertEquals(
                    "Port " + port + " is in use: stop what listens there, or set HEHUO_POSTGRES_PORT to another",
                    refusal(environment(free.applicationPort(), free.keycloakPort(), port)));
        }
    }

    private static String refusal(Map<String, String> environment) {
        return String.valueOf(assertThrows(DevstackException.class, () -> Port.chosen(environment, DATA))
                .getMessage());
    }

    private static Map<String, String> environment(int application, int keycloak, int postgres) {
        return Map.of(
                "HEHUO_PORT", String.valueOf(application),
                "HEHUO_KEYCLOAK_PORT", String.valueOf(keycloak),
                "HEHUO_POSTGRES_PORT", String.valueOf(postgres));
    }
}
