package org.hehuo.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.hehuo.kernel.text.Language;

/** The people of the demonstration as callers, with the ids that the development realm gives them too. */
final class DemoCast {
    private final Map<String, Caller> people = new HashMap<>();

    DemoCast(DemoData data) {
        for (var person : data.all("persons")) {
            String code = person.path("code").asText();
            people.put(code, caller(person, partnersOf(data, code)));
        }
    }

    private static Set<String> partnersOf(DemoData data, String person) {
        var partners = new HashSet<String>();
        data.of("memberships", "personCode", person)
                .forEach(m -> partners.add(m.path("partnerCode").asText()));
        return partners;
    }

    private static Caller caller(JsonNode person, Set<String> partners) {
        var areas = Set.copyOf(DemoData.texts(person, "areaCodes"));
        var roles = EnumSet.of(Role.RESIDENT);
        if (!areas.isEmpty()) roles.add(Role.STAFF);
        if (!partners.isEmpty()) roles.add(Role.PARTNER);
        if (DemoData.texts(person, "roles").contains("admin")) roles.add(Role.ADMIN);
        return new Caller(
                Caller.Kind.PERSON,
                id(person.path("username").asText()),
                person.path("displayName").asText(),
                roles,
                areas,
                partners,
                null,
                Language.ZH_CN);
    }

    static UUID id(String username) {
        return UUID.nameUUIDFromBytes(("hehuo-demo:" + username).getBytes(StandardCharsets.UTF_8));
    }

    /** By the file's code; {@code system} is the clock. */
    Caller get(String code) {
        return code.equals("system") ? Caller.CLOCK : Objects.requireNonNull(people.get(code), code);
    }
}
