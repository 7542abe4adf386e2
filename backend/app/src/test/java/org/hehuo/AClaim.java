package org.hehuo;

import static org.hehuo.AProject.claim;
import static org.hehuo.Given.aProject;
import static org.hehuo.Persona.as;

import java.util.Map;

/** A claim of {@code partner1}'s partner, in each state that persons bring it into. */
enum AClaim {
    SUBMITTED {
        @Override
        String made() {
            return claim(aProject().reviewed().published(), "partner1");
        }
    },
    REJECTED {
        @Override
        String made() {
            String claim = SUBMITTED.made();
            as("staff1")
                    .post("/claims/{id}/reject", Map.of("reason", "这次请了别家。"), claim)
                    .then()
                    .statusCode(200);
            return claim;
        }
    },
    CONFIRMED {
        @Override
        String made() {
            return claim(aProject().published(), "partner1");
        }
    },
    WAITLISTED {
        @Override
        String made() {
            return claim(aProject().heldBy("partner2").claimed(), "partner1");
        }
    },
    WITHDRAWN {
        @Override
        String made() {
            String claim = CONFIRMED.made();
            as("partner1")
                    .post("/claims/{id}/withdraw", Map.of("reason", "人手不够。"), claim)
                    .then()
                    .statusCode(200);
            return claim;
        }
    },
    FULFILLED {
        @Override
        String made() {
            return as("staff1")
                    .get("/projects/{id}", aProject().completed())
                    .then()
                    .extract()
                    .path("holders[0].claimId");
        }
    };

    /** @return its id */
    abstract String made();
}
