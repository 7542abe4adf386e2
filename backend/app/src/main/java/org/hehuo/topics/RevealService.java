package org.hehuo.topics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.hehuo.kernel.life.Audit;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Vault;
import org.hehuo.people.People;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Shows staff, on purpose, who stands behind an anonymous or telephoned topic; each look is recorded. */
@ApplicationScoped
class RevealService {
    final Jdbi jdbi;
    final TopicStore store;
    final People people;
    final Vault vault;
    final Audit audit;

    RevealService(Jdbi jdbi, TopicStore store, People people, Vault vault, Audit audit) {
        this.jdbi = jdbi;
        this.store = store;
        this.people = people;
        this.vault = vault;
        this.audit = audit;
    }

    @Transactional
    Revealed reveal(String id, Caller caller) {
        var topic = store.find(id, caller);
        if (!caller.isStaffOf(topic.areaCode())) throw Problem.of(ApiError.FORBIDDEN);
        audit.record("topic.reveal-author", topic.ref(), caller);
        String name = people.displayNames(List.of(topic.author())).getOrDefault(topic.author(), "");
        return new Revealed(name, phoneCaller(id));
    }

    private NewTopic.@Nullable Caller phoneCaller(String id) {
        return jdbi.withHandle(h -> h.createQuery("select contact from topic_caller where topic_id = :id")
                .bind("id", id)
                .map((rs, ctx) -> vault.open(rs.getBytes("contact")).split("\n", 2))
                .findOne()
                .map(parts -> new NewTopic.Caller(parts[0], parts[1]))
                .orElse(null));
    }
}
