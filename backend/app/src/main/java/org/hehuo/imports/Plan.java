package org.hehuo.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.partners.PartnerDirectory.Known;
import org.hehuo.partners.PartnerEntry;
import org.jspecify.annotations.Nullable;

/** What an import would do, row by row. */
record Plan(List<Row> rows) {

    @Schema(name = "PartnerImportFate")
    enum Fate {
        /** A partner more. */
        NEW,
        /** In the directory, with the same in it. */
        SAME,
        /** In the directory; something in it becomes what the row says. */
        CHANGED,
        /** A row above says the same of the same organisation, or claims its credit code. */
        DOUBLE,
        /** Not imported until a person decides. */
        UNCLEAR,
        /** Not imported until its cells are put right. */
        WRONG
    }

    /** A field that becomes another. */
    record Change(
            ImportField field,
            @Nullable String before,
            @Nullable String after) {}

    /**
     * @param name as it stands in the row
     * @param known the entry that it is about
     * @param entry what is to stand in the directory; for what is imported alone
     */
    record Row(
            int line,
            Fate fate,
            String name,
            @Nullable Known known,
            @Nullable PartnerEntry entry,
            List<Finding> findings,
            List<Change> changes) {

        boolean isCarriedOut() {
            return fate == Fate.NEW || fate == Fate.CHANGED;
        }
    }

    List<ImportView.Count> counts() {
        return Arrays.stream(Fate.values())
                .map(fate -> new ImportView.Count(fate, (int)
                        rows.stream().filter(row -> row.fate == fate).count()))
                .toList();
    }

    /** The same for two plans that would do the same. */
    String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var row : rows) digest.update(row.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
