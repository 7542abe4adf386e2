package org.hehuo.delivery;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.notifications.Kind;

/** A choice for each kind of news. */
@Schema(name = "DeliveryChoices")
record Choices(
        @Schema(required = true) @NotNull @Valid Choice followed,
        @Schema(required = true) @NotNull @Valid Choice work,
        @Schema(required = true) @NotNull @Valid Choice organisation,
        @Schema(required = true) @NotNull @Valid Choice personal) {

    static Choices of(Map<Kind, Choice> chosen) {
        return new Choices(
                chosen.getOrDefault(Kind.FOLLOWED, Choice.FIRST),
                chosen.getOrDefault(Kind.WORK, Choice.FIRST),
                chosen.getOrDefault(Kind.ORGANISATION, Choice.FIRST),
                chosen.getOrDefault(Kind.PERSONAL, Choice.FIRST));
    }

    Choice of(Kind kind) {
        return switch (kind) {
            case FOLLOWED -> followed;
            case WORK -> work;
            case ORGANISATION -> organisation;
            case PERSONAL -> personal;
        };
    }
}
