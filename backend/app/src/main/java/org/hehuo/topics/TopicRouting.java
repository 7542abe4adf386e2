package org.hehuo.topics;

import static org.hehuo.topics.TopicAction.SEND_BACK;
import static org.hehuo.topics.TopicAction.TRANSFER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;
import org.hehuo.appeals.Appeals;
import org.hehuo.areas.AreaCode;
import org.hehuo.areas.Areas;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.hehuo.moderation.Reports;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * A topic that reached the wrong area is passed on, and may come back. The third time it goes to the district, which decides
 * where it belongs.
 */
@ApplicationScoped
public class TopicRouting {
    final Jdbi jdbi;
    final TopicStore store;
    final TopicQueries queries;
    final TopicPromises promises;
    final Lifecycle lifecycle;
    final Areas areas;
    final Reports reports;
    final Appeals appeals;

    TopicRouting(
            Jdbi jdbi,
            TopicStore store,
            TopicQueries queries,
            TopicPromises promises,
            Lifecycle lifecycle,
            Areas areas,
            Reports reports,
            Appeals appeals) {
        this.jdbi = jdbi;
        this.store = store;
        this.queries = queries;
        this.promises = promises;
        this.lifecycle = lifecycle;
        this.areas = areas;
        this.reports = reports;
        this.appeals = appeals;
    }

    /** @throws Problem {@code invalid} for an area of another district, or the one where it is */
    @Transactional
    public TopicView transfer(String id, TopicInput.Transfer input, Caller caller) {
        var topic = store.lock(id, caller);
        TRANSFER.check(topic, caller);
        var wanted = areas.require(input.areaCode(), "areaCode");
        if (input.areaCode().equals(topic.areaCode())) throw Problem.invalid("areaCode", "repeated");
        if (!wanted.district().equals(new AreaCode(topic.areaCode()).district())) {
            throw Problem.invalid("areaCode", "not_found");
        }
        move(topic, TRANSFER, wanted, input.reason(), caller);
        return queries.viewLast(id, caller);
    }

    /** To the area that passed it on. */
    @Transactional
    public TopicView sendBack(String id, String reason, Caller caller) {
        var topic = store.lock(id, caller);
        SEND_BACK.check(topic, caller);
        move(topic, SEND_BACK, new AreaCode(Objects.requireNonNull(topic.cameFrom())), reason, caller);
        return queries.viewLast(id, caller);
    }

    private void move(Topic topic, TopicAction action, AreaCode wanted, String reason, Caller caller) {
        boolean decides = caller.is(Role.ADMIN);
        boolean disputed = topic.transfers() >= TopicAction.MOST_TRANSFERS && !decides;
        var to = disputed ? new AreaCode(wanted.district()) : wanted;
        // Who may read the topic where it goes is told of it, and who passed it on reads where it went.
        lifecycle.apply(
                topic,
                action,
                caller,
                name(topic.areaCode()) + " → " + name(to.code()) + (disputed ? "（" + name(wanted.code()) + "？）" : "")
                        + "：" + reason,
                Map.of("office", to.code()));
        store.owe(topic.id(), promises.passedOn(topic));
        put(topic, to, disputed || decides ? null : topic.areaCode(), disputed, decides);
    }

    private String name(String area) {
        return areas.ref(area).name();
    }

    /** @param from who may be sent it back to; nobody where the district has a hand in it */
    private void put(Topic topic, AreaCode to, @Nullable String from, boolean disputed, boolean decided) {
        jdbi.useHandle(h -> h.createUpdate("""
                update topic set area_code = :area, district = :district, subdistrict = :subdistrict, community = :community,
                    compound = :compound, assignee_id = null, came_from = :from, escalated_to = :office,
                    transfers = case when :decided then :most + 1 else transfers + 1 end
                where id = :id
                """)
                .bind("area", to.code())
                .bind("district", to.district())
                .bind("subdistrict", to.subdistrict())
                .bind("community", to.community())
                .bind("compound", to.compound())
                .bind("from", from)
                .bind("office", disputed ? to.code() : null)
                .bind("decided", decided)
                .bind("most", TopicAction.MOST_TRANSFERS)
                .bind("id", topic.id())
                .execute());
        reports.moved(topic.id(), to.code());
        appeals.moved(topic.id(), to.code());
    }
}
