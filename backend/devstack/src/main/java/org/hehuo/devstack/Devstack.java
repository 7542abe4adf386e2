package org.hehuo.devstack;

import java.util.Map;

/** A running PostgreSQL and Keycloak: everything that the application stands on. */
public final class Devstack implements AutoCloseable {
    private final Postgres postgres;
    private final Keycloak keycloak;

    private Devstack(Postgres postgres, Keycloak keycloak) {
        this.postgres = postgres;
        this.keycloak = keycloak;
    }

    /** Starts both and returns when both answer. */
    public static Devstack start(Options options) {
        var checkout = Checkout.find();
        var postgres = Postgres.start(checkout, options);
        try {
            var keycloak = Keycloak.launch(KeycloakHome.prepare(checkout), options, postgres);
            keycloak.await(checkout, options);
            return new Devstack(postgres, keycloak);
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    /** What the application must be told, by its configuration's names. */
    public Map<String, String> configuration() {
        return configuration(postgres, keycloak);
    }

    static Map<String, String> configuration(Postgres postgres, Keycloak keycloak) {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                postgres.jdbcUrl("hehuo"),
                "quarkus.datasource.username",
                "hehuo",
                "quarkus.datasource.password",
                "hehuo",
                "quarkus.oidc.auth-server-url",
                keycloak.url() + "/realms/hehuo",
                "quarkus.oidc.credentials.secret",
                Realm.WEB_SECRET);
    }

    @Override
    public void close() {
        try (postgres) {
            keycloak.process().close();
        }
    }
}
