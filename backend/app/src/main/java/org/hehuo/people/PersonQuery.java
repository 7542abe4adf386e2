package org.hehuo.people;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.areas.AreaCode;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which people. */
record PersonQuery(
        @RestQuery
        @Size(min = 1, max = 40)
        @Schema(description = "Words of the display or user name; one character or the beginning of a word is enough")
        @Nullable
        String q,

        @RestQuery
        @Pattern(regexp = AreaCode.PATTERN)
        @Schema(description = "Works for this area, or a part of it")
        @Nullable
        String area,

        @RestQuery @Size(max = 2) List<Part> role,

        @RestQuery @Nullable Boolean disabled,

        @RestQuery @DefaultValue("20") @Min(1) @Max(100) int pageSize,
        @RestQuery @Size(max = 400) @Nullable String cursor) {

    /** The roles that have rows of ours behind them. */
    @Schema(name = "PersonPart")
    enum Part {
        STAFF("staff_area"),
        PARTNER("membership");

        private final String table;

        Part(String table) {
            this.table = table;
        }

        /** Of the person p. */
        String condition() {
            return "p.id = any(array(select person_id from " + table + "))";
        }
    }
}
