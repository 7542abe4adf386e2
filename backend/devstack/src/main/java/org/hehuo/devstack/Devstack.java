package org.hehuo.devstack;

import java.util.Map;

/** A running PostgreSQL and Keycloak: everything that the application stands on. */
public final class Devstack implements AutoCloseable {
    private final Options options;
    private final Postgres postgres;
    private final Keycloak keycloak;

    private Devstack(Options options, Postgres postgres, Keycloak keycloak) {
        this.options = options;
        this.postgres = postgres;
        this.keycloak = keycloak;
    }

    /** Starts both and returns when both answer. */
    public static Devstack start(Options options) {
        var checkout = Checkout.find();
        var postgres = Postgres.start(checkout, options);
        try {
            return new Devstack(options, postgres, Keycloak.start(checkout, options, postgres));
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    public String jdbcUrl() {
        return postgres.jdbcUrl("hehuo");
    }

    public String keycloakUrl() {
        return keycloak.url();
    }

    /** What the application must be told, by its configuration's names. */
    public Map<String, String> configuration() {
        return Map.of(
                "quarkus.datasource.jdbc.url", jdbcUrl(),
                "quarkus.datasource.username", "hehuo",
                "quarkus.datasource.password", "hehuo",
                "quarkus.oidc.auth-server-url", keycloakUrl() + "/realms/hehuo",
                "quarkus.oidc.credentials.secret", Realm.WEB_SECRET);
    }

    @Override
    public void close() {
        try (postgres) {
            keycloak.close();
        }
    }
}
