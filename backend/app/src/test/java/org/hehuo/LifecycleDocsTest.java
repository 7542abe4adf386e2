package org.hehuo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.life.Step;
import org.junit.jupiter.api.Test;

/** {@code docs/lifecycles.md} is drawn from the tables; with {@code -Dhehuo.write-docs} this test writes it. */
class LifecycleDocsTest {
    private static final Path COMMITTED = Path.of("../../docs/lifecycles.md");
    private static final String HEAD = """
        # Lifecycles

        Drawn from the tables in the code. To draw them anew, in `backend`:
        `mvn test -pl app -am -Dtest=LifecycleDocsTest -Dsurefire.failIfNoSpecifiedTests=false -Dhehuo.write-docs`

        A step is allowed to those named under *who*, from the states under *from*, if the condition holds. *The system* is
        time, or what became of a thing next to it. *Given* is what must come with the step. Each step is told in the thing's
        timeline, and as the event if one is named.
        """;

    @Test
    void theDocumentShowsTheTablesAsTheyAre() throws IOException {
        String drawn = HEAD + tables().map(LifecycleDocsTest::draw).collect(Collectors.joining());
        if (System.getProperty("hehuo.write-docs") != null) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, drawn);
        }
        assertEquals(
                drawn,
                Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "",
                HEAD.lines().toList().get(3));
    }

    /** Every table there is: a new one cannot be forgotten. */
    private static Stream<List<Action<?, ?>>> tables() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.hehuo").stream()
                        .filter(c -> c.isEnum() && c.isAssignableTo(Action.class))
                        .sorted((a, b) -> a.getSimpleName().compareTo(b.getSimpleName()))
                        .map(JavaClass::reflect)
                        .map(c -> Arrays.stream(c.getEnumConstants())
                                .<Action<?, ?>>map(row -> (Action<?, ?>) row)
                                .toList());
    }

    private static String draw(List<Action<?, ?>> table) {
        String name = table.getFirst().getClass().getSimpleName().replace("Action", "");
        return "\n## " + name + "\n\n| action | from | to | who | given | if | event |\n"
                + "| --- | --- | --- | --- | --- | --- | --- |\n"
                + table.stream()
                        .map(row -> row(kind(name), row.verb(), row.step()))
                        .collect(Collectors.joining());
    }

    /** {@code PartnerApplication} → {@code partner_application}. */
    private static String kind(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static String row(String kind, String verb, Step<?, ?> step) {
        var only = step.only();
        return "| "
                + String.join(
                        " | ",
                        "*" + verb + "*",
                        words(step.from()),
                        step.back() ? "(where it was)" : step.to() == null ? "(stays)" : words(List.of(step.to())),
                        step.who().name(),
                        step.given(),
                        only == null ? "" : only.name(),
                        step.event().isEmpty() ? "" : "`" + kind + "." + step.event() + "`")
                + " |\n";
    }

    private static String words(Collection<? extends Enum<?>> states) {
        return states.stream()
                .sorted(java.util.Comparator.comparingInt(Enum::ordinal))
                .map(state -> "`" + state.name().toLowerCase(Locale.ROOT) + "`")
                .collect(Collectors.joining(" "));
    }
}
