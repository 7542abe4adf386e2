package org.hehuo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Faults that the rules of the architecture must catch. They stand in no source tree, or the application would serve them. */
final class Planted {
    private Planted() {}

    static Path compiled() {
        try (var files = Files.walk(Path.of("src/test/resources/planted"))) {
            var target = Files.createTempDirectory(Path.of("target"), "planted");
            var arguments =
                    new ArrayList<>(List.of("-d", target.toString(), "-cp", System.getProperty("java.class.path")));
            files.map(Path::toString).filter(f -> f.endsWith(".java")).forEach(arguments::add);
            int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
            if (status != 0) throw new IllegalStateException("the planted faults do not compile");
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
