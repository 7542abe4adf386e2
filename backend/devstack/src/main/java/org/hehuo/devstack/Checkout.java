package org.hehuo.devstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.concurrent.Callable;

/** The working copy that this process runs in, and what all its stacks share under {@code .devstack/}. */
record Checkout(Path root) {

    /** The checkout that holds the working directory: Maven runs tests in a module, `make` at the top. */
    static Checkout find() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("backend/devstack/pom.xml"))) {
                return new Checkout(folder);
            }
        }
        throw new DevstackException(
                "Run this inside the project: no backend/devstack found above the working directory");
    }

    Path shared() {
        return root.resolve(".devstack");
    }

    /** The folder of the packaged application. */
    Path packaged() {
        return root.resolve("backend/app/target/quarkus-app");
    }

    /** What `make run` keeps from one day to the next. */
    Path data() {
        return shared().resolve("data");
    }

    Path realmFolder() {
        return root.resolve("deploy/realm");
    }

    Path demoData() {
        return root.resolve("backend/app/src/main/resources/demo/demo.json");
    }

    /** Does the work while no other process of this checkout does: two runs may start at the same moment. */
    <T> T exclusively(Callable<T> work) {
        try {
            Files.createDirectories(shared());
            try (var channel = FileChannel.open(
                            shared().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                return work.call();
            }
        } catch (DevstackException e) {
            throw e;
        } catch (Exception e) {
            throw new DevstackException("Cannot prepare " + shared() + ": " + e.getMessage(), e);
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
