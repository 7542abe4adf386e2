package org.hehuo.delivery;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** The gateway that takes our short messages. */
@ConfigMapping(prefix = "hehuo.sms")
interface SmsSettings {

    Optional<URI> url();

    /** Which we and the gateway alone know: {@code whsec_} and the Base64 of 24 to 64 bytes. */
    Optional<String> secret();
}
