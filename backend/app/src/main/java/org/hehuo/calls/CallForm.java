package org.hehuo.calls;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.areas.AreaCode;
import org.jspecify.annotations.Nullable;

/** A call as it is written; what names nothing seeks anything. */
@Schema(name = "CallForm")
public record CallForm(
        @Schema(examples = "让城市成为合伙人") @NotBlank @Size(max = 60)
        String title,

        @Schema(
                description =
                        "Markdown, of which the screens show headings (`##`), paragraphs, lists, `**bold**` and links by `https`")
        @NotBlank
        @Size(max = 10000)
        String body,

        @NotNull
        @Pattern(regexp = AreaCode.PATTERN)
        @Schema(description = "Whose call it is: a district or a part of it")
        String areaCode,

        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 40) String> fieldCodes,
        @NotNull @Size(max = 40) List<@NotBlank @Size(max = 10) String> categoryCodes,

        @Schema(description = "The last day; absent: until it is closed") @Nullable
        LocalDate closesOn,

        @Schema(description = "The cover, a picture of one's own") @Nullable
        UUID photoId) {}
