package org.hehuo.imports;

import org.jspecify.annotations.Nullable;

/**
 * Something about a cell that a person should know.
 *
 * @param value the cell as it stands in the file
 * @param code which sentence says it, with what stands in its places
 * @param proposal what it probably means, for a person to accept
 */
record Finding(
        ImportField field,
        Verdict verdict,
        String code,
        String value,
        @Nullable String says,
        @Nullable String proposal) {

    enum Verdict {
        /** Imported, with what was changed. */
        REPAIR,
        /** Not imported until a person decides. */
        ASK,
        /** Not imported until the cell is put right. */
        REJECT
    }
}
