package org.hehuo.devstack;

import java.util.Map;

/** A running PostgreSQL and Keycloak: everything that the application stands on. */
public final class Devstack implements AutoCloseable {
    private final Checkout checkout;
    private final Options options;
    private final Parts parts;
    private final Postgres postgres;
    private final Keycloak keycloak;

    private Devstack(Checkout checkout, Options options, Parts parts, Postgres postgres, Keycloak keycloak) {
        this.checkout = checkout;
        this.options = options;
        this.parts = parts;
        this.postgres = postgres;
        this.keycloak = keycloak;
    }

    /** Starts both and returns when both answer. They end with this process, or when they are closed. */
    public static Devstack start(Options options) {
        var silent = new Steps(line -> {});
        var stack = launch(Checkout.find(), options, silent);
        stack.awaitKeycloak(silent);
        return stack;
    }

    /** Returns when PostgreSQL answers; Keycloak is on its way. */
    static Devstack launch(Checkout checkout, Options options, Steps steps) {
        var parts = new Parts();
        try {
            var home = steps.take("Keycloak prepared, once", () -> parts.start(() -> prepare(checkout, options)));
            var postgres = steps.take("PostgreSQL", () -> parts.keep(() -> Postgres.start(checkout, options)));
            var keycloak = parts.keep(() -> Keycloak.launch(home, options, postgres));
            return new Devstack(checkout, options, parts, postgres, keycloak);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /** Waits until Keycloak answers with the realm that the files describe. */
    void awaitKeycloak(Steps steps) {
        try {
            steps.take("Keycloak", () -> {
                keycloak.awaitAnswer();
                Realm.ensure(checkout, options, keycloak.url());
            });
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /** What the application must be told, by its configuration's names. */
    public Map<String, String> configuration() {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                postgres.jdbcUrl("hehuo"),
                "quarkus.datasource.username",
                "hehuo",
                "quarkus.datasource.password",
                "hehuo",
                "quarkus.oidc.auth-server-url",
                realm(),
                "quarkus.oidc.credentials.secret",
                Realm.WEB_SECRET);
    }

    /** The address of the realm. */
    String realm() {
        return keycloak.url() + "/realms/hehuo";
    }

    Parts parts() {
        return parts;
    }

    @Override
    public void close() {
        parts.close();
    }

    private static KeycloakHome prepare(Checkout checkout, Options options) {
        return checkout.exclusively(() -> {
            var home = KeycloakHome.prepare(checkout);
            Seed.grow(checkout, home).plant(options.data());
            return home;
        });
    }
}
