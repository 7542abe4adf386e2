package org.hehuo.appeals;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.security.Caller;
import org.jdbi.v3.core.Jdbi;

/** Somebody else decides. */
@ApplicationScoped
public class AppealService {
    final Jdbi jdbi;
    final AppealStore store;
    final AppealQueries queries;
    final Lifecycle lifecycle;
    final List<Appealable> features;

    AppealService(
            Jdbi jdbi, AppealStore store, AppealQueries queries, Lifecycle lifecycle, @All List<Appealable> features) {
        this.jdbi = jdbi;
        this.store = store;
        this.queries = queries;
        this.lifecycle = lifecycle;
        this.features = features;
    }

    /** The appellant is right: what was decided is taken back. */
    @Transactional
    AppealView uphold(UUID id, String reason, Caller caller) {
        var appeal = decide(id, AppealAction.UPHOLD, reason, caller);
        features.stream()
                .filter(feature -> feature.kinds().contains(appeal.thing().kind()))
                .forEach(feature -> feature.takeBack(appeal.thing(), appeal.decision()));
        return queries.view(id, caller);
    }

    @Transactional
    AppealView dismiss(UUID id, String reason, Caller caller) {
        decide(id, AppealAction.DISMISS, reason, caller);
        return queries.view(id, caller);
    }

    private Appeal decide(UUID id, AppealAction action, String reason, Caller caller) {
        var appeal = store.lock(id, caller);
        lifecycle.apply(appeal, action, caller, reason, appeal.eventData());
        jdbi.useHandle(h -> h.createUpdate("update appeal set reason = :reason, decided_by = :me where id = :id")
                .bind("reason", reason)
                .bind("me", caller.personId())
                .bind("id", id)
                .execute());
        return appeal;
    }
}
