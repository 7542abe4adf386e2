package org.hehuo;

import static org.hehuo.AProject.claim;
import static org.hehuo.Given.aProject;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Watchers hear of what was done on their own instance because it was done, not because a clock ticked. */
@RealTest
@TestProfile(ToldAtTheCommitTest.SeldomTimers.class)
class ToldAtTheCommitTest {

    /** Nothing ticks while a line is waited for. */
    public static class SeldomTimers implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("hehuo.live.every", "10m", "hehuo.pump-every", "10m", "hehuo.live.longest", "5m");
        }
    }

    @Test
    void whoWatchesATopicHearsOfAReplyAtOnce() {
        String topic = aTopic().posted();
        try (var line = Line.open(aPasserBy(), "/topics/" + topic + "/stream", "")) {
            as("resident2")
                    .post("/topics/{id}/replies", Map.of("body", "好。"), topic)
                    .then()
                    .statusCode(201);
            line.hears("topic.replied");
        }
    }

    @Test
    void whoWatchesAProjectHearsOfAClaimAtOnce() {
        String project = aProject().published();
        try (var line = Line.open(aPasserBy(), "/projects/" + project + "/stream", "")) {
            claim(project, "partner1");
            line.hears("claim.confirmed");
        }
    }
}
