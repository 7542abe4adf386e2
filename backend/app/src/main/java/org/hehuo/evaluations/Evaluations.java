package org.hehuo.evaluations;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.sql.Constraints;
import org.jdbi.v3.core.Jdbi;

/** What other features ask about ratings. */
@ApplicationScoped
public class Evaluations implements Constraints {
    final Jdbi jdbi;
    final List<Rateable> features;

    Evaluations(Jdbi jdbi, @All List<Rateable> features) {
        this.jdbi = jdbi;
        this.features = features;
    }

    public boolean hasEvaluated(String thingId, Caller caller) {
        if (!caller.isSignedIn()) return false;
        return jdbi.withHandle(h -> h.createQuery("""
                select exists (select from evaluation where thing_id = :thing and person_id = :person)
                """)
                .bind("thing", thingId)
                .bind("person", caller.personId())
                .mapTo(Boolean.class)
                .one());
    }

    /** Whether this caller may rate the project now. */
    public boolean mayEvaluate(String projectId, Caller caller) {
        return caller.isSignedIn()
                && !caller.isProgram()
                && projects().isOpenForRating(projectId, caller)
                && !hasEvaluated(projectId, caller);
    }

    Rateable projects() {
        return features.stream()
                .filter(f -> f.kind().equals("project"))
                .findFirst()
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND));
    }

    @Override
    public Map<String, ApiError> meanings() {
        return Map.of("evaluation_once_a_person", ApiError.EVALUATION_ALREADY_GIVEN);
    }
}
