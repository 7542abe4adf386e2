package org.hehuo;

import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.aPasserBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is offered as “said before” is trusted only if it mostly is; measured on titles whose likes are known. */
@RealTest
class SimilarTest {
    /** A community in whose subdistrict nothing else is said. */
    private static final String ASIDE = "370203033002";

    private static final int LOOKED_AT = 3;

    @Test
    void ofTheFirstThreeAtLeastFourInFiveSayTheSame() throws IOException {
        var said = new TreeMap<String, Group>();
        for (var group : groups()) {
            for (String title : group.same) {
                said.put(
                        aTopic().in(ASIDE)
                                .titled(title)
                                .with("category", group.category)
                                .posted(),
                        group);
            }
        }
        int right = 0;
        int offered = 0;
        for (var group : groups()) {
            var found = aPasserBy()
                    .get("/topics/similar?title={t}&area={a}", group.title, ASIDE)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getList("items.id", String.class);
            var first = found.subList(0, Math.min(LOOKED_AT, found.size()));
            offered += first.size();
            right += (int)
                    first.stream().filter(id -> group.equals(said.get(id))).count();
        }
        double precision = (double) right / (LOOKED_AT * groups().size());
        assertTrue(
                precision >= 0.8, "precision at 3: " + precision + ", of what is offered: " + (double) right / offered);
    }

    /** A title that is about to be posted, how staff would file it, and the titles that say the same. */
    private record Group(String title, String category, List<String> same) {}

    private static List<Group> groups() throws IOException {
        var groups = Files.readAllLines(Path.of("src/test/resources/similar.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" \\| "))
                .map(parts -> new Group(parts[0], parts[1], List.of(parts[2].split(" ; "))))
                .toList();
        assertEquals(16, groups.size());
        return groups;
    }
}
