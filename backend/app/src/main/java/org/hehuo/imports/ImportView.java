package org.hehuo.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.http.Located;
import org.hehuo.kernel.http.Versioned;
import org.hehuo.kernel.text.Identified;
import org.jspecify.annotations.Nullable;

/** What an import would do, or did. */
@Schema(name = "PartnerImport")
record ImportView(
        @Schema(required = true) UUID id,
        @Schema(required = true) PartnerImportState state,
        @Schema(required = true) String fileName,
        @Schema(required = true) List<Column> columns,
        @Schema(required = true) List<ImportChange.Correction> corrections,
        @Schema(required = true) List<Count> counts,

        @Schema(required = true, description = "Rows carried out so far, also while it is being committed")
        int done,

        @Schema(
                required = true,
                description = "What is to be said of its cells, by line; the first 200, the rest stands in its rows")
        List<Remark> findings,

        @Schema(required = true, description = "Who began it")
        String by,

        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt,
        @Schema(required = true) List<String> allowedActions,
        @Schema(hidden = true) long version)
        implements Versioned, Located {

    @Schema(name = "PartnerImportColumn")
    record Column(
            @Schema(required = true, description = "From 0") int column,
            @Schema(required = true) String heading,

            @Schema(description = "Left out if absent") @Nullable
            ImportField field,

            @Schema(required = true) List<String> samples) {}

    @Schema(name = "PartnerImportCount")
    record Count(
            @Schema(required = true) Plan.Fate fate,
            @Schema(required = true) int rows) {}

    @Schema(name = "PartnerImportFinding")
    record Remark(
            @Schema(required = true, description = "As a spreadsheet numbers it, from 1")
            int line,

            @Schema(required = true) ImportField field,

            @Schema(description = "The column's heading in the file") @Nullable
            String heading,

            @Schema(
                    required = true,
                    description =
                            "`reject`: not imported until it is put right; `ask`: not until a person decides; `repair`: imported, with what was changed")
            Finding.Verdict verdict,

            @Schema(required = true, examples = "credit_code")
            String code,

            @Schema(required = true, description = "The cell as it stands in the file")
            String value,

            @Schema(required = true) String message,

            @Schema(description = "What it probably means") @Nullable
            String proposal) {}

    @Schema(name = "PartnerImportChanged")
    record Changed(
            @Schema(required = true) ImportField field,
            @Nullable String before,
            @Nullable String after) {}

    @Schema(name = "PartnerImportRow")
    record Row(
            @Schema(required = true, description = "As a spreadsheet numbers it, from 1")
            int line,

            @Schema(required = true) Plan.Fate fate,
            @Schema(required = true) String name,

            @Schema(description = "The entry that it is about, or that it made") @Nullable
            Identified partner,

            @Schema(required = true) List<Remark> findings,
            @Schema(required = true) List<Changed> changes) {}

    @Schema(name = "PartnerImportSummary")
    record Summary(
            @Schema(required = true) UUID id,
            @Schema(required = true) PartnerImportState state,
            @Schema(required = true) String fileName,
            @Schema(required = true) List<Count> counts,
            @Schema(required = true) String by,
            @Schema(required = true) Instant createdAt) {}

    @Override
    public String location() {
        return "/api/v1/partner-imports/" + id;
    }
}
