package org.hehuo.topics;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A place on the map: degrees, WGS 84. */
@Schema(name = "Position", description = "Degrees, WGS 84")
public record Position(
        @DecimalMin("-90") @DecimalMax("90") @Schema(required = true, examples = "36.0809") @NotNull
        Double lat,

        @DecimalMin("-180") @DecimalMax("180") @Schema(required = true, examples = "120.3398") @NotNull
        Double lon) {

    static @Nullable Position read(ResultSet rs) throws SQLException {
        return rs.getObject("lat") == null ? null : new Position(rs.getDouble("lat"), rs.getDouble("lon"));
    }
}
