package org.hehuo.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.BufferUnderflowException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.security.Vault;
import org.jspecify.annotations.Nullable;

/**
 * The addresses in our mails. Those that do something carry a token: what it means, locked by the vault, which nobody else
 * can make. It is good for one person and one purpose, and needs no row.
 */
@ApplicationScoped
class Links {
    static final Duration CONFIRM_WITHIN = Duration.ofDays(1);
    /** By the kind of the thing, as the screens know them. */
    static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("topic", "/topics/{id}"),
            Map.entry("project", "/projects/{id}"),
            Map.entry("partner", "/partners/{id}"),
            Map.entry("call", "/calls/{id}"),
            Map.entry("meeting", "/meetings/{id}"),
            Map.entry("partner_application", "/join/{id}"),
            Map.entry("claim", "/desk"),
            Map.entry("appeal", "/appeals"),
            Map.entry("report", "/reports"),
            Map.entry("area", "/topics?area={id}"),
            Map.entry("category", "/topics?category={id}"));

    private static final String BETWEEN = "\n";
    private static final int PARTS = 4;

    final Vault vault;
    final Optional<String> address;

    Links(Vault vault, @ConfigProperty(name = "hehuo.address") Optional<String> address) {
        this.vault = vault;
        this.address = address.map(a -> a.replaceAll("/+$", ""));
    }

    enum Purpose {
        CONFIRM("/confirm-email"),
        UNSUBSCRIBE("/unsubscribe");

        private final String page;

        Purpose(String page) {
            this.page = page;
        }
    }

    /** What a token says. */
    record Link(UUID person, Instant until, String about) {}

    /** Whether it is known where the product is to be found: without that nothing can be sent. */
    boolean areKnown() {
        return address.isPresent();
    }

    String to(String path) {
        return address.orElseThrow() + path;
    }

    /** Where to read on; one's own page where the thing has none. */
    String to(Ref thing) {
        return to(PAGES.getOrDefault(thing.kind(), "/me").replace("{id}", thing.id()));
    }

    String toConfirm(UUID person, String email, Instant now) {
        return to(page(Purpose.CONFIRM, token(Purpose.CONFIRM, person, now.plus(CONFIRM_WITHIN), email)));
    }

    /** Good for as long as the mail is kept. */
    String unsubscribeToken(UUID person) {
        return token(Purpose.UNSUBSCRIBE, person, Instant.EPOCH, "");
    }

    /** Behind {@code #} the token reaches no server's log. */
    static String page(Purpose purpose, String token) {
        return purpose.page + "#" + token;
    }

    static URI pageOf(Purpose purpose, String token) {
        return URI.create(page(purpose, token.replaceAll("[^A-Za-z0-9_-]", "")));
    }

    private String token(Purpose purpose, UUID person, Instant until, String about) {
        String text = String.join(BETWEEN, purpose.name(), person.toString(), until.toString(), about);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.lock(text));
    }

    /** Nothing for what we did not make, or made for something else. */
    Optional<Link> open(Purpose purpose, String token) {
        String text = opened(token);
        if (text == null) return Optional.empty();
        String[] parts = text.split(BETWEEN, PARTS);
        if (parts.length != PARTS || !parts[0].equals(purpose.name())) return Optional.empty();
        return Optional.of(new Link(UUID.fromString(parts[1]), Instant.parse(parts[2]), parts[3]));
    }

    private @Nullable String opened(String token) {
        try {
            return vault.open(Base64.getUrlDecoder().decode(token));
        } catch (IllegalArgumentException
                | IllegalStateException
                | BufferUnderflowException
                | NegativeArraySizeException forged) {
            return null;
        }
    }
}
