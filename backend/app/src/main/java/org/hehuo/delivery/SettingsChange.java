package org.hehuo.delivery;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How somebody wants to be told. */
@Schema(name = "NotificationSettingsChange")
record SettingsChange(
        @Size(max = 254)
        @Pattern(regexp = ADDRESS)
        @Schema(description = "Kept encrypted. A link is mailed to it, by which its owner confirms it")
        @Nullable
        String email,

        @NotNull @Valid Choices kinds) {
    /** What HTML takes for one: no quoted parts, no line breaks, nothing that a header could be made of. */
    static final String ADDRESS =
            "(?=.{3,254}$)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*+@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+";
}
