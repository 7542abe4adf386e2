package org.hehuo.devstack;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** PostgreSQL, Keycloak and the application as one thing: all of it runs, or none. */
final class Product implements AutoCloseable {
    private final Deque<Part> parts = new ArrayDeque<>();
    private final Options options;
    private boolean closed;

    private Product(Options options) {
        this.options = options;
    }

    /** Starts all parts, a line each; they end with this process, however that ends short of a kill -9. */
    static Product start(Checkout checkout, Options options, Steps steps) {
        var product = new Product(options);
        Runtime.getRuntime().addShutdownHook(new Thread(product::stopAll, "stop the product"));
        var postgres = steps.take("PostgreSQL", () -> product.keep(() -> Postgres.start(checkout, options)));
        var home = steps.take("Keycloak's files", () -> KeycloakHome.prepare(checkout));
        var keycloak = Keycloak.launch(home, options, postgres);
        product.keep(keycloak::process);
        steps.take("Keycloak", () -> keycloak.await(checkout, options));
        var application = Application.launch(checkout, options, Devstack.configuration(postgres, keycloak));
        product.keep(application::process);
        steps.take("Application", application::await);
        return product;
    }

    /** Waits until one part has ended and says which. */
    String awaitEnd() {
        var ends = parts.stream()
                .map(part -> part.handle().onExit().thenApply(handle -> part.name()))
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.anyOf(ends).join() + " has ended: the rest is stopped too";
    }

    /** Runs the command to its end, with the product's address in its environment, and returns its status. */
    int runInside(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("BASE_URL", options.origin());
        try {
            return builder.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted while running " + command, e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!parts.isEmpty()) {
            parts.pop().close();
        }
    }

    private void stopAll() {
        close();
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
    }

    /** Starting excludes closing: a part that is just being born would be missed. */
    private synchronized <T extends Part> T keep(Supplier<T> start) {
        if (closed) {
            throw new DevstackException("Stopped while starting");
        }
        T part = start.get();
        parts.push(part);
        return part;
    }
}
