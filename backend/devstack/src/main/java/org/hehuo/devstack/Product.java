package org.hehuo.devstack;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The application on its stack. */
record Product(Options options, Devstack stack, Application application) implements AutoCloseable {

    static Product start(Checkout checkout, Options options, Steps steps) {
        return start(checkout, options, steps, StartCache.of(checkout).use());
    }

    static Product start(Checkout checkout, Options options, Steps steps, List<String> javaOptions) {
        var stack = Devstack.launch(checkout, options, steps);
        // The application waits for Keycloak, but not for a realm that is yet to be made.
        if (!Realm.isLoaded(checkout, options)) {
            stack.awaitKeycloak(steps);
        }
        var application =
                stack.parts().keep(() -> Application.launch(checkout, options, stack.configuration(), javaOptions));
        stack.awaitKeycloak(steps);
        steps.take("Application", application::awaitReady);
        return new Product(options, stack, application);
    }

    /** Runs the command to its end, told by its environment where the product's parts are, and returns its status. */
    int runInside(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment()
                .putAll(Map.of(
                        "BASE_URL", options.origin(),
                        "REALM_URL", stack.realm(),
                        "DATABASE_URL", "postgresql://postgres@localhost:" + options.postgresPort() + "/hehuo",
                        "DATA", options.data().toString(),
                        "APPLICATION_PID", String.valueOf(application.handle().pid())));
        try {
            return builder.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted while running " + command, e);
        }
    }

    @Override
    public void close() {
        stack.close();
    }
}
