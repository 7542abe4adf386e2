package org.hehuo.partners;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.text.Coded;
import org.jspecify.annotations.Nullable;

/** A partner in the directory. */
@Schema(name = "PartnerRow")
record PartnerRow(
        @Schema(required = true, examples = "HH-0001") String id,
        @Schema(required = true) String name,
        @Schema(required = true) Kind kind,
        @Nullable String intro,
        @Schema(required = true) LocalDate joinedOn,
        @Schema(required = true) List<Coded> areas,
        @Schema(required = true) List<Coded> fields) {}
