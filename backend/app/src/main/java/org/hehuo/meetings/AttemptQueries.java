package org.hehuo.meetings;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.uuid;
import static org.hehuo.kernel.sql.Columns.uuidOrNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.text.Identified;
import org.hehuo.kernel.text.Words;
import org.hehuo.partners.Partners;
import org.jspecify.annotations.Nullable;

/** Reads the record of a round, from which a dispute is settled. */
@ApplicationScoped
class AttemptQueries {
    private static final Sort NEWEST = Sort.descending("a.at", "timestamptz");
    private static final Sort ID = Sort.descending("a.id", "uuid");

    final Select.Pages pages;
    final MeetingStore store;
    final Partners partners;

    AttemptQueries(Select.Pages pages, MeetingStore store, Partners partners) {
        this.pages = pages;
        this.store = store;
        this.partners = partners;
    }

    private record Row(
            UUID id,
            Instant at,
            String project,
            String partner,
            boolean proxy,
            String answer,
            @Nullable UUID claim) {}

    Page<AttemptView> page(String meeting, UUID id, int size, @Nullable String cursor, Caller caller) {
        var round = store.rounds(meeting).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND));
        boolean readable = round.shown() == RoundState.CLOSED || caller.isStaffOf(round.areaCode());
        if (!readable) throw Problem.of(caller.isSignedIn() ? ApiError.FORBIDDEN : ApiError.UNAUTHENTICATED);
        var list = Select.of("a.*", "from claim_attempt a").where("a.round_id = :round", "round", id);
        var rows = pages.page(
                list,
                NEWEST,
                ID,
                size,
                cursor,
                (rs, ctx) -> new Row(
                        uuid(rs, "id"),
                        instant(rs, "at"),
                        rs.getString("project_id"),
                        rs.getString("partner_id"),
                        rs.getBoolean("proxy"),
                        rs.getString("answer"),
                        uuidOrNull(rs, "claim_id")));
        Map<String, Identified> names =
                partners.refs(rows.items().stream().map(Row::partner).distinct().toList());
        return rows.map(row -> new AttemptView(
                row.id,
                row.at,
                row.project,
                names.getOrDefault(row.partner, new Identified(row.partner, row.partner)),
                row.proxy,
                row.answer,
                Words.say(caller.language(), (row.claim == null ? "problem." : "state.") + row.answer),
                row.claim));
    }
}
