package org.hehuo;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.hehuo.devstack.Devstack;
import org.hehuo.devstack.Options;

/** The real PostgreSQL and Keycloak of the tests: thrown away afterwards, started once a run and only if a test needs them. */
public class Stack implements QuarkusTestResourceLifecycleManager {

    @Override
    public synchronized Map<String, String> start() {
        // Quarkus may load this class once a test profile; the running stack's addresses outlive it as system
        // properties.
        if (System.getProperty("quarkus.oidc.auth-server-url") == null) {
            startOnce().forEach(System::setProperty);
        }
        return Map.of();
    }

    @Override
    public void stop() {}

    private static Map<String, String> startOnce() {
        var options = Options.throwAway(folder());
        var stack = Devstack.start(options);
        var configuration = new HashMap<>(stack.configuration());
        configuration.put("quarkus.http.test-port", String.valueOf(options.applicationPort()));
        configuration.putAll(Postbox.configuration());
        return configuration;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "stack");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
