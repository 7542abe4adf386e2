package org.hehuo.kernel.security;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What production refuses, one line each; {@code ProductionIT} shows that it refuses at all. */
class ProductionRulesTest {
    private static final Map<String, String> SOUND = Map.of(
            "hehuo.cursor-key", "0123456789abcdef0123456789abcdef",
            "hehuo.contact-keys", "k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "quarkus.oidc.credentials.secret", "fedcba9876543210fedcba9876543210",
            "quarkus.datasource.password", "another",
            "hehuo.demo", "false",
            "hehuo.behind-proxy", "true");

    @Test
    void acceptsWhatIsSound() {
        assertDoesNotThrow(() -> rules("hehuo.demo", "false").check());
    }

    @ParameterizedTest
    @CsvSource({
        "hehuo.cursor-key, development-cursor-key-not-for-production, is the development one",
        "hehuo.cursor-key, 0123456789abcdef0123456789abcde, at least 32 characters",
        "hehuo.cursor-key, , is missing",
        "hehuo.contact-keys, dev:ZGV2ZWxvcG1lbnQta2V5LW5vdC1mb3ItcHJvZCEhISE=, is the development one",
        "hehuo.contact-keys, 'k2:MDEy,dev:ZGV2ZWxvcG1lbnQta2V5LW5vdC1mb3ItcHJvZCEhISE=', is the development one",
        "quarkus.oidc.credentials.secret, hehuo-development-secret-not-for-production, is the development one",
        "quarkus.datasource.password, hehuo, is the development one",
        "hehuo.demo, true, demonstration",
        "hehuo.behind-proxy, false, HTTPS",
        "hehuo.behind-proxy, , HTTPS",
    })
    void refuses(String name, @Nullable String value, String why) {
        var refused = assertThrows(
                IllegalStateException.class, () -> rules(name, value).check());
        String said = String.valueOf(refused.getMessage());
        assertTrue(said.contains(name) && said.contains(why), said);
    }

    @ParameterizedTest
    @CsvSource({
        "hehuo.mail.tls, none, starttls",
        "hehuo.address, http://hehuo.example, https",
        "hehuo.address, , https",
        "hehuo.sms.url, http://sms.example, https",
        "hehuo.sms.secret, whsec_short, at least 32 characters",
    })
    void refusesToSendInTheClear(String name, @Nullable String value, String why) {
        var sends = new HashMap<>(Map.of(
                "hehuo.address", "https://hehuo.example",
                "hehuo.mail.host", "smtp.example",
                "hehuo.sms.url", "https://sms.example",
                "hehuo.sms.secret", "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="));
        assertDoesNotThrow(() -> rules(sends).check());
        sends.put(name, value == null ? "" : value);
        var refused =
                assertThrows(IllegalStateException.class, () -> rules(sends).check());
        String said = String.valueOf(refused.getMessage());
        assertTrue(said.contains(name) && said.contains(why), said);
    }

    @Test
    void mailMayGoInTheClearToARelayOnTheSameMachine() {
        var local = Map.of(
                "hehuo.address", "https://hehuo.example", "hehuo.mail.host", "localhost", "hehuo.mail.tls", "none");
        assertDoesNotThrow(() -> rules(local).check());
    }

    @Test
    void needsNoProxyWhereItEndsHttpsItself() {
        assertDoesNotThrow(
                () -> rules(Map.of("hehuo.behind-proxy", "false", "quarkus.http.ssl.certificate.files", "chain.pem"))
                        .check());
    }

    private static ProductionRules rules(String name, @Nullable String value) {
        return rules(Map.of(name, value == null ? "" : value));
    }

    private static ProductionRules rules(Map<String, String> changes) {
        var settings = new HashMap<>(SOUND);
        settings.putAll(changes);
        return new ProductionRules(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build());
    }
}
