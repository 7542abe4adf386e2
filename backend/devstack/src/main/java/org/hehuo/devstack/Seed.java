package org.hehuo.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Databases in which Keycloak has made its tables: grown once a checkout, since that takes it a quarter of a minute. */
record Seed(Path folder) {

    /** Must be called by one process at a time. */
    static Seed grow(Checkout checkout, KeycloakHome home) throws IOException {
        var seed = new Seed(home.folder().resolve("seed"));
        Path grown = home.folder().resolve("seed-grown");
        if (!Files.exists(grown)) {
            Checkout.delete(seed.folder);
            var options = Options.throwAway(seed.folder);
            try (var database = Postgres.start(checkout, options);
                    var keycloak = Keycloak.launch(home, options, database)) {
                keycloak.awaitAnswer();
            }
            Files.createFile(grown);
        }
        return seed;
    }

    /** Copies the seed where no data is yet. */
    void plant(Path data) throws IOException {
        if (!Files.exists(data.resolve("postgresql"))) {
            Path half = data.resolve("half-planted");
            Checkout.delete(half);
            Files.createDirectories(data);
            copy(folder.resolve("postgresql"), half);
            Files.move(half, data.resolve("postgresql"));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
