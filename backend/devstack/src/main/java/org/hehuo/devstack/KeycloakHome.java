package org.hehuo.devstack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipInputStream;

/** Keycloak's distribution, unpacked and built: the slow part, done once a checkout and shared by all its stacks. */
record KeycloakHome(Path folder) {
    /** Without its cache of compressed files, which would show yesterday's theme. */
    private static final String[] BUILD = {
        "build", "--db=postgres", "--health-enabled=false", "--spi-resource-encoding--gzip--enabled=false"
    };

    /** Must be called by one process at a time. */
    static KeycloakHome prepare(Checkout checkout) throws IOException {
        var home = new KeycloakHome(checkout.shared().resolve("keycloak-" + version()));
        Path built = home.folder.resolve("built");
        String wanted = String.join(" ", BUILD);
        if (!Files.exists(built) || !Files.readString(built).equals(wanted)) {
            Checkout.delete(home.folder);
            unpack(checkout.root().resolve("backend/devstack/target/keycloak.zip"), checkout.shared());
            home.build(checkout);
            Files.writeString(built, wanted);
        }
        return home;
    }

    ProcessBuilder command(String... arguments) {
        var command = new ArrayList<>(List.of(folder.resolve("bin/kc.sh").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // It starts often and never lives long enough for the optimising compiler to pay.
        builder.environment()
                .put("JAVA_OPTS", "-Xms64m -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8");
        return builder;
    }

    private void build(Checkout checkout) throws IOException {
        folder.resolve("bin/kc.sh").toFile().setExecutable(true);
        Path themes = folder.resolve("themes");
        Files.createSymbolicLink(
                themes.resolve("hehuo"),
                themes.relativize(checkout.realmFolder().resolve("theme")));
        var log = checkout.shared().resolve("keycloak-build.log");
        Child.start("Keycloak's build", command(BUILD), log).awaitSuccess();
    }

    private static String version() throws IOException {
        var properties = new Properties();
        try (InputStream in = KeycloakHome.class.getResourceAsStream("keycloak.properties")) {
            properties.load(in);
        }
        return properties.getProperty("version");
    }

    private static void unpack(Path zip, Path into) throws IOException {
        try (var archive = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                Path target = into.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(archive, target);
                }
            }
        }
    }
}
