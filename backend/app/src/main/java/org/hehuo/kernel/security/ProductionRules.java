package org.hehuo.kernel.security;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Refuses to start in production with what is for development: known or short secrets, demonstration data, plain HTTP. */
@ApplicationScoped
class ProductionRules {
    private static final int BEFORE_ALL_OTHERS = 1;
    private static final int LEAST_CHARACTERS = 32;
    private static final List<String> SECRETS =
            List.of("hehuo.cursor-key", "hehuo.contact-keys", "quarkus.oidc.credentials.secret");
    private static final List<String> OWN_MACHINE = List.of("localhost", "127.0.0.1", "::1");
    private static final List<String> KNOWN = List.of("not-for-production", "dev:");

    final Config config;

    ProductionRules(Config config) {
        this.config = config;
    }

    void onStart(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent start) {
        if (ConfigUtils.isProfileActive("prod")) check();
    }

    /** @throws IllegalStateException with what to change, in one line */
    void check() {
        SECRETS.forEach(this::isOwnSecret);
        demand(
                !value("quarkus.datasource.password").equals("hehuo"),
                "quarkus.datasource.password is the development one: give production a secret of its own");
        demand(!value("hehuo.demo").equals("true"), "hehuo.demo is on: production begins without demonstration data");
        demand(
                value("hehuo.behind-proxy").equals("true") || hasCertificate(),
                "hehuo.behind-proxy is not true: production is reached by HTTPS, which a proxy in front of it ends");
        checkDelivery();
    }

    /** What goes out names people and what concerns them. */
    private void checkDelivery() {
        boolean mail = !value("hehuo.mail.host").isEmpty();
        boolean sms = !value("hehuo.sms.url").isEmpty();
        demand(
                !mail
                        || !value("hehuo.mail.tls").strip().equalsIgnoreCase("none")
                        || OWN_MACHINE.contains(value("hehuo.mail.host")),
                "hehuo.mail.tls is none: mail leaves this machine by starttls or tls");
        demand(
                !sms || value("hehuo.sms.url").startsWith("https://"),
                "hehuo.sms.url is no https address: telephone numbers leave this machine encrypted");
        if (sms) isOwnSecret("hehuo.sms.secret");
        demand(
                !(mail || sms) || value("hehuo.address").startsWith("https://"),
                "hehuo.address is no https address: it is what the links in mails and short messages begin with");
    }

    private void isOwnSecret(String name) {
        String secret = value(name);
        demand(
                KNOWN.stream().noneMatch(secret::contains),
                name + " is the development one: give production a secret of its own");
        demand(
                secret.length() >= LEAST_CHARACTERS,
                name + " is missing or too short: it takes at least " + LEAST_CHARACTERS + " characters");
    }

    /** Whether the application ends HTTPS itself. */
    private boolean hasCertificate() {
        return !value("quarkus.http.tls-configuration-name").isEmpty()
                || !value("quarkus.http.ssl.certificate.files").isEmpty()
                || !value("quarkus.http.ssl.certificate.key-store-file").isEmpty();
    }

    private String value(String name) {
        return config.getOptionalValue(name, String.class).orElse("");
    }

    private static void demand(boolean kept, String otherwise) {
        if (!kept) throw new IllegalStateException(otherwise);
    }
}
