package org.hehuo;

import static org.hehuo.Persona.as;

import io.restassured.response.Response;
import java.util.Map;

/** Staff ask a partner to claim a project. */
final class AnInvitation {
    static final String MESSAGE = "这条楼道的灯，你们最拿手。";

    private AnInvitation() {}

    static Response ask(String project, String partner) {
        var form = Map.of("projectId", project, "partnerId", partner, "message", MESSAGE);
        return as("staff1").post("/invitations", form);
    }

    /** @return the invitation's id */
    static String sent(String project, String account) {
        return ask(project, Town.partnerOf(account))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
