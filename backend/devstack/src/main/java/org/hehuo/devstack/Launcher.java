package org.hehuo.devstack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What stands behind `make`: the whole product in the foreground, or around one command. */
final class Launcher {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Launcher() {}

    public static void main(String[] arguments) throws IOException {
        try {
            System.exit(launch(Checkout.find(), List.of(arguments)));
        } catch (DevstackException e) {
            OUT.println(e.getMessage());
            System.exit(1);
        }
    }

    private static int launch(Checkout checkout, List<String> arguments) throws IOException {
        return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
            case "run" -> run(checkout);
            case "around" -> around(checkout, arguments.subList(1, arguments.size()));
            case "train" -> train(checkout);
            default -> throw new DevstackException("Usage: run | around COMMAND... | train");
        };
    }

    /** The product with its kept data, until somebody or something ends it. */
    private static int run(Checkout checkout) {
        var leftovers = new Leftovers(checkout.data());
        if (leftovers.end()) OUT.println("  Ended what an earlier run left behind");
        var options = Port.chosen(System.getenv(), checkout.data());
        var product = Product.start(checkout, options, new Steps(OUT::println));
        OUT.println("\n  " + options.origin() + "\n\n  Sign in as one of these; the password is the user name:");
        DemoPerson.FIRST.forEach(person -> OUT.println("    " + person));
        OUT.println("\n  Logs are in " + checkout.root().relativize(options.data()) + ". Ctrl-C stops everything.");
        var parts = product.stack().parts();
        leftovers.note(parts.handles());
        String ended = parts.awaitEnd();
        if (!parts.stopping()) {
            OUT.println(ended + " has ended, so all is stopped.");
        }
        return 1;
    }

    /** A throw-away product for as long as the command runs; the command finds its address in BASE_URL. */
    private static int around(Checkout checkout, List<String> command) throws IOException {
        Path data = Files.createTempDirectory(Files.createDirectories(checkout.shared()), "throw-away-");
        int status = 1;
        try (var product = Product.start(checkout, Options.throwAway(data), new Steps(OUT::println))) {
            status = product.runInside(command);
        } finally {
            Checkout.delete(status == 0 ? data : data.resolve("postgresql"));
        }
        if (status != 0) {
            OUT.println("The servers' logs are in " + data);
        }
        return status;
    }

    /** Has the application work for a while, so that its next starts find what this one learned. */
    private static int train(Checkout checkout) throws IOException {
        var cache = StartCache.of(checkout);
        Path data = Files.createTempDirectory(Files.createDirectories(checkout.shared()), "training-");
        try (var product = Product.start(checkout, Options.throwAway(data), new Steps(OUT::println), cache.write())) {
            Training.as("resident1", product.options().origin(), product.stack().realm())
                    .run();
            product.application().awaitEnd();
        } finally {
            Checkout.delete(data);
        }
        return Files.exists(cache.file()) ? 0 : 1;
    }
}
