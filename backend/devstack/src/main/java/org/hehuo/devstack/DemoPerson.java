package org.hehuo.devstack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** Somebody of the demo data, to sign in as; the password is the user name. */
record DemoPerson(String username, String displayName, String role) {

    /** Whom to try first, and what for. */
    static final List<String> FIRST = List.of(
            "resident1  a resident",
            "resident2  another resident",
            "partner1   owner of a partner",
            "partner2   owner of another partner",
            "staff1     staff of the community 青海路社区",
            "staff2     staff of another community",
            "street1    staff of the subdistrict 大港街道",
            "admin1     the district centre");

    /** All whom the demo data names: one list for both, or a person could act there and not sign in. */
    static List<DemoPerson> all(Checkout checkout) throws IOException {
        var persons = new ObjectMapper().readTree(checkout.demoData().toFile()).required("persons");
        return StreamSupport.stream(persons.spliterator(), false)
                .map(person -> new DemoPerson(
                        person.required("username").asText(),
                        person.required("displayName").asText(),
                        person.required("roles").required(0).asText()))
                .toList();
    }
}
