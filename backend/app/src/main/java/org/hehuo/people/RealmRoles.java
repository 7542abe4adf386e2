package org.hehuo.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hehuo.kernel.outbox.Event;
import org.hehuo.kernel.outbox.EventConsumer;
import org.jdbi.v3.core.Jdbi;

/**
 * Carries the roles that our tables give to the identity provider's realm, so that other programs of the same realm see
 * them too. Ours do not wait for it.
 */
@ApplicationScoped
class RealmRoles implements EventConsumer {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Set<String> TYPES = Set.of("person.appointed", "person.joined_partner", "person.left_partner");
    private static final int NOT_FOUND = 404;
    private static final int FIRST_ERROR = 400;

    final Jdbi jdbi;
    final ObjectMapper json;
    final String realm;
    final String clientId;
    final String secret;
    final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    RealmRoles(
            Jdbi jdbi,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm,
            @ConfigProperty(name = "quarkus.oidc.client-id") String clientId,
            @ConfigProperty(name = "quarkus.oidc.credentials.secret") String secret) {
        this.jdbi = jdbi;
        this.json = json;
        this.realm = realm;
        this.clientId = clientId;
        this.secret = secret;
    }

    private record Given(boolean staff, boolean partner) {}

    @Override
    public String name() {
        return "realm-roles";
    }

    @Override
    public void consume(List<Event> events) {
        var people = events.stream()
                .filter(e -> TYPES.contains(e.type()))
                .map(e -> e.subject().id())
                .distinct()
                .toList();
        if (people.isEmpty()) return;
        String token = token();
        for (String person : people) {
            var given = given(person);
            carry(token, person, "staff", given.staff);
            carry(token, person, "partner", given.partner);
        }
    }

    private Given given(String person) {
        return jdbi.withHandle(h -> h.createQuery("""
                select exists (select from staff_area where person_id = p) as staff,
                    exists (select from membership where person_id = p) as partner
                from cast(:person as uuid) p
                """)
                .bind("person", person)
                .map((rs, ctx) -> new Given(rs.getBoolean("staff"), rs.getBoolean("partner")))
                .one());
    }

    private void carry(String token, String person, String role, boolean given) {
        JsonNode known = tree(send(admin("/roles/" + role, token).GET().build()));
        String body = json.createArrayNode().add(known).toString();
        var answer = send(admin("/users/" + person + "/role-mappings/realm", token)
                .header("Content-Type", "application/json")
                .method(given ? "POST" : "DELETE", HttpRequest.BodyPublishers.ofString(body))
                .build());
        // Somebody whom the identity provider has forgotten needs no role there.
        if (answer.statusCode() >= FIRST_ERROR && answer.statusCode() != NOT_FOUND) {
            throw new IllegalStateException("the identity provider answered " + answer.statusCode());
        }
    }

    private String token() {
        String form =
                "grant_type=client_credentials&client_id=" + encoded(clientId) + "&client_secret=" + encoded(secret);
        var answer = send(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        if (answer.statusCode() >= FIRST_ERROR) {
            throw new IllegalStateException("the identity provider gave no token: " + answer.statusCode());
        }
        return tree(answer).get("access_token").asText();
    }

    private HttpRequest.Builder admin(String path, String token) {
        return HttpRequest.newBuilder(URI.create(realm.replace("/realms/", "/admin/realms/") + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("the identity provider cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the identity provider", e);
        }
    }

    private JsonNode tree(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("the identity provider answered no JSON", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
