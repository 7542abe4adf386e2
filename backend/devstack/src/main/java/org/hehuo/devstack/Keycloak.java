package org.hehuo.devstack;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipInputStream;

/** One Keycloak server, from the distribution that is unpacked and built once a checkout. */
final class Keycloak implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Child process;
    private final String url;

    private Keycloak(Child process, String url) {
        this.process = process;
        this.url = url;
    }

    static Keycloak start(Checkout checkout, Options options, Postgres database) {
        Path home = checkout.exclusively(() -> prepare(checkout));
        String url = "http://localhost:" + options.keycloakPort();
        var builder = kc(
                home,
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
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
        var process = Child.start("Keycloak", builder, options.data().resolve("keycloak.log"));
        var keycloak = new Keycloak(process, url);
        process.awaitReady(Duration.ofMinutes(3), () -> keycloak.answers("/realms/master"));
        Realm.ensure(checkout, options, url);
        return keycloak;
    }

    String url() {
        return url;
    }

    Child process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }

    private boolean answers(String path) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted while Keycloak started", e);
        }
    }

    private static Path prepare(Checkout checkout) throws IOException {
        var distribution = new Properties();
        try (InputStream in = Keycloak.class.getResourceAsStream("keycloak.properties")) {
            distribution.load(in);
        }
        Path home = checkout.shared().resolve("keycloak-" + distribution.getProperty("version"));
        Path done = home.resolve("built");
        if (!Files.exists(done)) {
            Checkout.delete(home);
            unpack(Path.of(distribution.getProperty("zip")), checkout.shared());
            home.resolve("bin/kc.sh").toFile().setExecutable(true);
            Files.createSymbolicLink(
                    home.resolve("themes/hehuo"), home.resolve("themes").relativize(checkout.realmFolder().resolve("theme")));
            var build = kc(home, "build", "--db=postgres", "--health-enabled=false");
            Child.start("Keycloak's build", build, checkout.shared().resolve("keycloak-build.log")).awaitSuccess();
            Files.createFile(done);
        }
        return home;
    }

    private static void unpack(Path zip, Path into) throws IOException {
        try (var archive = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                Path target = into.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(archive, target);
                }
            }
        }
    }

    private static ProcessBuilder kc(Path home, String... arguments) {
        var command = new java.util.ArrayList<>(List.of(home.resolve("bin/kc.sh").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // It starts often and never lives long enough for the optimising compiler to pay.
        builder.environment()
                .put(
                        "JAVA_OPTS",
                        "-Xms64m -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8");
        return builder;
    }
}
