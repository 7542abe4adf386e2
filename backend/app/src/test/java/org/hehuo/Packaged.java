package org.hehuo;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Starts the packaged application on the run's PostgreSQL and Keycloak, as a process of its own. */
final class Packaged {
    private Packaged() {}

    /**
     * @param log the name of its log under {@code target}
     * @param environment what it is told, besides where its database and its realm are
     */
    static Process launch(String log, Map<String, String> environment) throws IOException {
        new Stack().start();
        var jdk = Path.of(System.getProperty("java.home"), "bin", "java");
        var builder = new ProcessBuilder(jdk.toString(), "-Xmx384m", "-jar", "target/quarkus-app/quarkus-run.jar");
        for (String name : System.getProperties().stringPropertyNames()) {
            if (name.matches("quarkus\\.(datasource|oidc)\\..*")) {
                builder.environment().put(variable(name), System.getProperty(name));
            }
        }
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true)
                .redirectOutput(Path.of("target", log).toFile())
                .start();
    }

    /** The database that all of them stand on. */
    static Connection database() throws SQLException {
        return DriverManager.getConnection(
                System.getProperty("quarkus.datasource.jdbc.url"),
                System.getProperty("quarkus.datasource.username"),
                System.getProperty("quarkus.datasource.password"));
    }

    static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** @throws org.awaitility.core.ConditionTimeoutException when it does not answer within a minute */
    static void awaitReady() {
        await().atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> RestAssured.get("/q/health/ready").statusCode() == 200);
    }

    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
