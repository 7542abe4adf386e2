package org.hehuo;

import static org.hehuo.Given.aPartner;
import static org.hehuo.Persona.as;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;

/** Many organisations with one busy owner, {@code partner1}, who claim at once. */
final class Contenders {
    private static final List<String> PARTNERS = new ArrayList<>();

    private Contenders() {}

    static synchronized List<String> atLeast(int many) {
        as("admin1");
        while (PARTNERS.size() < many)
            PARTNERS.add(aPartner().ownedBy("partner1").joined());
        return PARTNERS;
    }

    /** The claim's state, or why there is none. */
    static String told(Response answer) {
        return answer.path(answer.statusCode() == 201 ? "state" : "code");
    }
}
