package org.hehuo.devstack;

import java.time.Duration;

/** A Keycloak server of its own. */
record Keycloak(Child process, String url) implements Part {

    /** Returns at once; {@link #awaitAnswer} tells when it is there. */
    static Keycloak launch(KeycloakHome home, Options options, Postgres database) {
        String url = "http://localhost:" + options.keycloakPort();
        var builder = home.command(
                "start",
                "--optimized",
                // One server for itself: else two stacks of one machine would form a cluster.
                "--cache=local",
                "--http-enabled=true",
                "--http-host=localhost",
                "--http-port=" + options.keycloakPort(),
                "--hostname=" + url,
                "--db-url=" + database.jdbcUrl("keycloak"),
                "--db-username=keycloak",
                "--db-password=keycloak",
                "--db-pool-initial-size=1",
                "--db-pool-max-size=20");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakAdmin.NAME);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", KeycloakAdmin.NAME);
        return new Keycloak(Child.start("Keycloak", builder, options.data().resolve("keycloak.log")), url);
    }

    void awaitAnswer() {
        process.awaitReady(Duration.ofMinutes(3), () -> Http.answers(url + "/realms/master"));
    }

    @Override
    public String name() {
        return process.name();
    }

    @Override
    public ProcessHandle handle() {
        return process.handle();
    }

    @Override
    public void close() {
        process.close();
    }
}
