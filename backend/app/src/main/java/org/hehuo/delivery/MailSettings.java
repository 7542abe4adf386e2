package org.hehuo.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The mail server that takes our mails. */
@ConfigMapping(prefix = "hehuo.mail")
interface MailSettings {

    Optional<String> host();

    @WithDefault("587")
    int port();

    @WithDefault("starttls")
    Tls tls();

    Optional<String> username();

    Optional<String> password();

    /** Whom our mails come from. */
    Optional<String> from();

    enum Tls {
        STARTTLS,
        TLS,
        NONE
    }
}
