package org.hehuo.imports;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hehuo.imports.TableFile.Line;

/**
 * A table with what a person has said of it.
 *
 * @param columns what each column holds; a column that is not named is left out
 * @param corrections cells put right, by line and field
 */
record Draft(
        Line head,
        List<Line> body,
        Map<Integer, ImportField> columns,
        Map<Integer, Map<ImportField, String>> corrections) {
    private static final int LINES_BEFORE_THE_HEAD = 10;

    /** The heading is the line among the first with the most words that we know; offices write titles above it. */
    static Draft of(List<Line> lines) {
        int best = 0;
        for (int i = 1; i < Math.min(lines.size(), LINES_BEFORE_THE_HEAD); i++) {
            if (recognised(lines.get(i)).size() > recognised(lines.get(best)).size()) best = i;
        }
        var head = lines.get(best);
        return new Draft(head, lines.subList(best + 1, lines.size()), recognised(head), Map.of());
    }

    private static Map<Integer, ImportField> recognised(Line line) {
        var columns = new HashMap<Integer, ImportField>();
        for (int i = 0; i < line.cells().size(); i++) {
            int column = i;
            ImportField.headed(line.cells().get(i))
                    .filter(field -> !columns.containsValue(field))
                    .ifPresent(field -> columns.put(column, field));
        }
        return columns;
    }

    Draft with(Map<Integer, ImportField> columns, Map<Integer, Map<ImportField, String>> corrections) {
        return new Draft(head, body, columns, corrections);
    }

    Map<ImportField, String> cellsOf(Line line) {
        var cells = new EnumMap<ImportField, String>(ImportField.class);
        columns.forEach((column, field) -> cells.put(field, line.cell(column)));
        cells.putAll(corrections.getOrDefault(line.number(), Map.of()));
        return cells;
    }
}
