package org.hehuo.projects;

import static org.hehuo.kernel.sql.Columns.wordOrNull;
import static org.hehuo.kernel.sql.Columns.words;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.partners.Kind;
import org.hehuo.partners.Level;
import org.jspecify.annotations.Nullable;

/** Which partners may claim. */
@Schema(name = "Eligibility")
public record Eligibility(
        @Size(max = 10) @Schema(description = "Partners of these kinds; of any if absent or empty") @Nullable
        List<@NotNull Kind> kinds,

        @Schema(description = "Only who serves the project's area, a part of it or one that it lies in") @Nullable
        Boolean servingArea,

        @Schema(description = "Only who has the credit for this level") @Nullable
        Level level) {

    public List<Kind> anyOf() {
        return Objects.requireNonNullElse(kinds, List.of());
    }

    public boolean isForServing() {
        return Boolean.TRUE.equals(servingArea);
    }

    /** Absent where everybody may. */
    static @Nullable Eligibility read(ResultSet rs) throws SQLException {
        var kinds = words(rs, "eligible_kinds", Kind.class);
        boolean serving = rs.getBoolean("eligible_serving");
        var level = wordOrNull(rs, "eligible_level", Level.class);
        return kinds.isEmpty() && !serving && level == null ? null : new Eligibility(kinds, serving, level);
    }
}
