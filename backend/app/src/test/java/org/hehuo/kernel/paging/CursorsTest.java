package org.hehuo.kernel.paging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import org.hehuo.kernel.paging.Cursors.Position;
import org.hehuo.kernel.problem.Problem;

class CursorsTest {
    final Cursors cursors = new Cursors("a key");

    @Property(tries = 200)
    void aCursorLeadsBackToWhereThePageEnded(
            @ForAll String list, @ForAll @AlphaChars @NumericChars String key, @ForAll String id) {
        var end = new Position(key, id.replaceAll("\\p{Cs}", ""));
        assertEquals(end, cursors.read(list, cursors.write(list, end)));
    }

    @Property(tries = 200)
    void itFitsNoOtherList(@ForAll String list, @ForAll String other) {
        Assume.that(!new String(list.getBytes(UTF_8), UTF_8).equals(new String(other.getBytes(UTF_8), UTF_8)));
        String cursor = cursors.write(list, new Position("2026", "1"));
        assertThrows(Problem.class, () -> cursors.read(other, cursor));
    }

    @Property(tries = 200)
    void whatWasChangedIsRefused(@ForAll @IntRange(max = 20) int place, @ForAll @AlphaChars char other) {
        var cursor = new StringBuilder(cursors.write("list", new Position("2026", "1")));
        Assume.that(cursor.charAt(place) != other);
        cursor.setCharAt(place, other);
        assertThrows(Problem.class, () -> cursors.read("list", cursor.toString()));
    }

    @Property(tries = 200)
    void whatWasNotWrittenHereIsRefused(@ForAll String invented) {
        assertThrows(Problem.class, () -> cursors.read("list", invented));
        String elsewhere = new Cursors("another key").write("list", new Position("2026", "1"));
        assertThrows(Problem.class, () -> cursors.read("list", elsewhere));
    }
}
