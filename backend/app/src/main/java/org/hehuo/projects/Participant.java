package org.hehuo.projects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who else helps: the committee, the property manager, residents. */
@Schema(name = "Participant")
public record Participant(
        @NotBlank @Size(max = 60) String name,
        @NotBlank @Size(max = 40) @Schema(examples = "物业") String label) {}
