package org.hehuo.inbox;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody looks for in the inbox again and again. */
@Schema(name = "SavedFilter")
record SavedFilter(
        @Schema(required = true) UUID id,
        @Schema(required = true) String name,

        @Schema(required = true, examples = "tray=new&category=PWR01")
        String query) {

    @Schema(name = "NewSavedFilter")
    record New(
            @NotBlank @Size(max = 20) @Schema(examples = "今晚的路灯")
            String name,

            @NotBlank
            @Size(max = 300)
            @Pattern(regexp = "[A-Za-z0-9%&=+*_.~-]*")
            @Schema(description = "Of the inbox's address, after its `?`", examples = "tray=new&category=PWR01")
            String query) {}
}
