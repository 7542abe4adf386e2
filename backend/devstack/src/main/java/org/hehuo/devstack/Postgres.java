package org.hehuo.devstack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** One PostgreSQL server with the two databases of the product. */
final class Postgres implements Part {
    private final EmbeddedPostgres server;

    private final ProcessHandle postmaster;

    private Postgres(EmbeddedPostgres server, ProcessHandle postmaster) {
        this.server = server;
        this.postmaster = postmaster;
    }

    static Postgres start(Checkout checkout, Options options) {
        System.setProperty(
                "ot.epg.working-dir", checkout.shared().resolve("postgresql").toString());
        Path data = options.data().resolve("postgresql").toAbsolutePath();
        try {
            var server = server(data, options).start();
            createDatabases(server);
            long pid = Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
            return new Postgres(server, ProcessHandle.of(pid).orElseThrow());
        } catch (IllegalStateException e) {
            throw new DevstackException("PostgreSQL does not start; does another run use " + data + "?", e);
        } catch (SQLException | IOException e) {
            throw new DevstackException("PostgreSQL refuses to create its databases: " + e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public ProcessHandle handle() {
        return postmaster;
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new DevstackException("PostgreSQL does not stop: " + e.getMessage(), e);
        }
    }

    private static EmbeddedPostgres.Builder server(Path data, Options options) {
        // The embedded server is started with fsync off; what is kept for tomorrow must survive a power cut.
        String flush = options.durable() ? "on" : "off";
        var log = Redirect.appendTo(options.data().resolve("postgresql.log").toFile());
        return EmbeddedPostgres.builder()
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(options.postgresPort())
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("fsync", flush)
                .setServerConfig("full_page_writes", flush)
                .setServerConfig("synchronous_commit", flush);
    }

    private static void createDatabases(EmbeddedPostgres server) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (String name : new String[] {"hehuo", "keycloak"}) {
                if (!exists(statement, "pg_roles", "rolname", name)) {
                    statement.execute("create role " + name + " login password '" + name + "'");
                }
                if (!exists(statement, "pg_database", "datname", name)) {
                    statement.execute("create database " + name + " owner " + name);
                }
            }
        }
    }

    private static boolean exists(Statement statement, String catalog, String column, String name) throws SQLException {
        try (var rows = statement.executeQuery("select 1 from " + catalog + " where " + column + " = '" + name + "'")) {
            return rows.next();
        }
    }
}
