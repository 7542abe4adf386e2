package org.hehuo.delivery;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How somebody is told of one kind of news, besides the list on the screen. */
@Schema(name = "DeliveryChoice")
record Choice(
        @Schema(required = true) @NotNull Mail mail,
        @Schema(required = true) boolean sms) {
    /** Whoever gives an address wants to hear, and not at every step. */
    static final Choice FIRST = new Choice(Mail.DAILY, false);

    @Schema(name = "MailChoice")
    enum Mail {
        OFF,
        AT_ONCE,
        DAILY
    }
}
