package org.hehuo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.text.Language;
import org.hehuo.kernel.text.Words;
import org.junit.jupiter.api.Test;

/** Whatever the product says, it says in both languages. */
class WordsTest {
    private static final Pattern FAULT = Pattern.compile("(?:invalid|badParameter)\\([^;]*?\"([a-z_]+)\"\\)");
    private static final Pattern TOLD = Pattern.compile("entry\\(\"([a-z_.]+)\", EnumSet");

    @Test
    void everyErrorHasATitleAndSaysWhatToDo() {
        for (var error : ApiError.values()) {
            isSaid("problem." + error.code());
            isSaid("problem." + error.code() + ".detail");
        }
    }

    @Test
    void everyFaultOfAFieldIsSaid() {
        var faults = inSources(FAULT).toList();
        assertTrue(faults.size() > 10, faults::toString);
        faults.forEach(code -> isSaid("violation." + code));
        Stream.of("required", "size", "min", "max", "digits", "format", "invalid")
                .forEach(code -> isSaid("violation." + code));
    }

    @Test
    void everyNotificationIsSaid() {
        var types = inSources(TOLD).toList();
        assertTrue(types.size() > 20, types::toString);
        types.forEach(type -> isSaid("told." + type));
    }

    @Test
    void everyStateIsSaid() {
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.hehuo").stream()
                        .filter(c -> c.isEnum() && c.isAssignableTo(Action.class))
                        .map(JavaClass::reflect)
                        .map(table -> ((Action<?, ?>) table.getEnumConstants()[0])
                                .step()
                                .from())
                        .map(from -> from.iterator().next().getDeclaringClass())
                        .flatMap(states -> Arrays.stream(states.getEnumConstants()))
                        .forEach(state -> isSaid("state." + state.toString().toLowerCase(Locale.ROOT)));
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        var noFallback = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        var chinese = ResourceBundle.getBundle("words", Locale.CHINESE, noFallback);
        var english = ResourceBundle.getBundle("words", Locale.ENGLISH, noFallback);
        assertEquals(chinese.keySet(), english.keySet());
    }

    private static void isSaid(String key) {
        for (var language : Language.values()) assertTrue(Words.knows(language, key), key + " in " + language.tag());
    }

    private static Stream<String> inSources(Pattern pattern) {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).map(WordsTest::read).toList().stream()
                    .flatMap(text -> pattern.matcher(text).results().map(match -> match.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
