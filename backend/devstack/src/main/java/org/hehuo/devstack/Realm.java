package org.hehuo.devstack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The development realm: the production template, with development's clients, secrets and people. */
final class Realm {
    static final String WEB_SECRET = "hehuo-development-secret-not-for-production";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Realm() {}

    /** Brings the realm to what the files say; does nothing where the last start left it so. */
    static void ensure(Checkout checkout, Options options, String keycloakUrl) {
        if (isLoaded(checkout, options)) {
            return;
        }
        try {
            String wanted = development(checkout, options.origin());
            KeycloakAdmin.signIn(keycloakUrl).replaceRealm("hehuo", wanted);
            Files.writeString(loaded(options), wanted);
        } catch (IOException e) {
            throw new DevstackException("The realm cannot be loaded: " + e.getMessage(), e);
        }
    }

    static boolean isLoaded(Checkout checkout, Options options) {
        Path loaded = loaded(options);
        try {
            return Files.exists(loaded) && Files.readString(loaded).equals(development(checkout, options.origin()));
        } catch (IOException e) {
            throw new DevstackException("The realm cannot be read: " + e.getMessage(), e);
        }
    }

    private static Path loaded(Options options) {
        return options.data().resolve("realm.json");
    }

    static String development(Checkout checkout, String origin) throws IOException {
        var realm = read(checkout.realmFolder().resolve("hehuo-realm.json"));
        var additions = read(checkout.realmFolder().resolve("development.json"));
        realm.set("passwordPolicy", additions.required("passwordPolicy"));
        realm.withArray("clients").addAll((ArrayNode) additions.required("clients"));
        realm.withArray("users").addAll((ArrayNode) additions.required("users"));
        DemoPerson.all(checkout).forEach(person -> realm.withArray("users").add(account(person)));
        return JSON.writeValueAsString(realm)
                .replace("${HEHUO_ORIGIN}", origin)
                .replace("${HEHUO_WEB_SECRET}", WEB_SECRET);
    }

    /** Fixed, so that demo data can name a person who has never signed in. */
    static UUID idOf(String username) {
        return UUID.nameUUIDFromBytes(("hehuo-demo:" + username).getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode account(DemoPerson person) {
        var account = JSON.createObjectNode()
                .put("id", idOf(person.username()).toString())
                .put("username", person.username())
                .put("firstName", person.displayName())
                .put("enabled", true);
        account.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", person.username())
                .put("temporary", false);
        account.putArray("realmRoles").add("default-roles-hehuo").add(person.role());
        return account;
    }

    private static ObjectNode read(Path file) throws IOException {
        return (ObjectNode) JSON.readTree(file.toFile());
    }
}
