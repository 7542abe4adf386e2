package org.hehuo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Elsewhere what people typed became part of a statement (CVE-2026-45376, CVE-2024-43415): here it is bound, always. */
class SqlTextTest {
    /** What the rule cannot follow, and why it is fixed all the same. */
    private static final Set<String> LOOKED_AT = Set.of(
            // Which of an area's columns its code's length means.
            "AreaFilter.below",
            // A thing's kind: a constant of each feature.
            "Lifecycle.become",
            // Conditions from a list of constants.
            "TopicListQueries.visible",
            // A role asked for, and an area under another name.
            "PeopleQueries.page",
            // A feature's own column, made comparable.
            "Found.among",
            // Tables and columns, as the database itself names them.
            "Relocking.relock",
            // Conditions and columns, each followed where it is given to a list.
            "Pages.page",
            "Select.sql",
            "Select.when");

    @Test
    void noStatementIsPutTogetherOfWhatPeopleSend() throws IOException {
        assertEquals(LOOKED_AT, places(SqlText.notFixed(sources("src/main/java"))));
    }

    @Test
    void whatIsPlantedIsCaught() throws IOException {
        var caught = places(SqlText.notFixed(sources("src/main/java", "src/test/resources/injected")));
        caught.removeAll(LOOKED_AT);
        caught.removeIf(place -> !place.startsWith("Injected."));
        assertEquals(
                Set.of("Injected.joined", "Injected.inAFilter", "Injected.inAnOrder", "Injected.formatted"), caught);
    }

    private static Set<String> places(Set<String> found) {
        var places = new TreeSet<String>();
        found.forEach(line -> places.add(line.substring(0, line.indexOf(':'))));
        return places;
    }

    private static List<Path> sources(String... folders) throws IOException {
        var sources = new ArrayList<Path>();
        for (String folder : folders) {
            try (var files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }
}
