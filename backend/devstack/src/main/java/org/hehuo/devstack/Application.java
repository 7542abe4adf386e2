package org.hehuo.devstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The packaged application in its development profile. */
record Application(Child process, String origin) implements Part {

    /** Returns at once; {@link #awaitReady} tells when it is ready for requests. */
    static Application launch(
            Checkout checkout, Options options, Map<String, String> configuration, List<String> javaOptions) {
        Path jar = checkout.packaged().resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new DevstackException("The application is not built: " + jar + " is missing");
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        var builder = new ProcessBuilder(java.toString(), "-Xmx512m", "--enable-native-access=ALL-UNNAMED");
        builder.command().addAll(javaOptions);
        builder.command().addAll(List.of("-jar", jar.toString()));
        var environment = builder.environment();
        configuration.forEach((name, value) -> environment.put(environmentName(name), value));
        environment.put("QUARKUS_PROFILE", "dev");
        environment.put(
                "HEHUO_MEDIA_FOLDER",
                options.data().resolve("media").toAbsolutePath().toString());
        // Development secrets are no secrets: nobody else on the network may reach this.
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(options.applicationPort()));
        var process = Child.start("The application", builder, options.data().resolve("application.log"));
        return new Application(process, options.origin());
    }

    void awaitReady() {
        process.awaitReady(Duration.ofMinutes(2), () -> Http.answers(origin + "/q/health/ready"));
    }

    /** Asks it to end and waits until it has, which takes time when it has to write down what it learned. */
    void awaitEnd() {
        handle().destroy();
        process.awaitEnd(Duration.ofMinutes(2));
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

    private static String environmentName(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
