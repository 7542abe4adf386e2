package org.hehuo.imports;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.problem.Problem;

/** What a person says of a table: what its columns hold, and which cells mean what. */
@Schema(name = "PartnerImportChange")
record ImportChange(
        @NotNull @Size(max = TableFile.MOST_COLUMNS) @Schema(description = "What is not named is left out")
        List<@NotNull @Valid Column> columns,

        @NotNull @Size(max = 2000) List<@NotNull @Valid Correction> corrections) {

    @Schema(name = "PartnerImportColumnChange")
    record Column(
            @Min(0) @Max(TableFile.MOST_COLUMNS) @Schema(description = "From 0")
            int column,

            @NotNull ImportField field) {}

    @Schema(name = "PartnerImportCorrection")
    record Correction(
            @Min(1) int line,
            @NotNull ImportField field,
            @NotNull @Size(max = TableFile.MOST_CHARACTERS) String value) {}

    static ImportChange of(Draft draft) {
        var corrections = new ArrayList<Correction>();
        draft.corrections()
                .forEach((line, cells) ->
                        cells.forEach((field, value) -> corrections.add(new Correction(line, field, value))));
        return new ImportChange(
                draft.columns().entrySet().stream()
                        .map(e -> new Column(e.getKey(), e.getValue()))
                        .toList(),
                corrections);
    }

    /** @throws Problem {@code invalid} where a column or a field is named twice */
    Map<Integer, ImportField> byColumn() {
        Map<Integer, ImportField> named = new HashMap<>();
        for (var column : columns) {
            if (named.containsValue(column.field) || named.put(column.column, column.field) != null) {
                throw Problem.invalid("columns", "repeated");
            }
        }
        return named;
    }

    Draft over(Draft draft) {
        Map<Integer, Map<ImportField, String>> corrected = new HashMap<>();
        for (var correction : corrections) {
            corrected
                    .computeIfAbsent(correction.line, line -> new EnumMap<>(ImportField.class))
                    .put(correction.field, correction.value);
        }
        return draft.with(byColumn(), corrected);
    }
}
