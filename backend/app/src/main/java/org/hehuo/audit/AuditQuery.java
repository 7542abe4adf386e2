package org.hehuo.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which deeds. */
record AuditQuery(
        @RestQuery @Schema(description = "The person or program that did it") @Nullable
        UUID actor,

        @RestQuery
        @Size(min = 1, max = 60)
        @Schema(description = "The id of what it was done to, or with", examples = "HH-0001")
        @Nullable
        String thing,

        @RestQuery @Schema(description = "On this day or later") @Nullable
        LocalDate from,

        @RestQuery @DefaultValue("20") @Min(1) @Max(100) int pageSize,
        @RestQuery @Size(max = 400) @Nullable String cursor) {}
