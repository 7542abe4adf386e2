package org.hehuo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hehuo.RaceLog.Answered;

/** Compares what a crowd was answered in a round with what the database keeps, and says each thing that does not agree. */
final class RaceChecker {
    private static final int UNAVAILABLE = 503;

    /** Each of these finds what must never be, as text; takes the round's id. */
    private static final Map<String, String> NEVER = Map.of(
            "not exactly its slots are held", """
            select p.id from claim_round r join meeting_project b on b.meeting_id = r.meeting_id join project p on p.id = b.project_id
            where r.id = ? and p.slots <> (
                select count(*) from claim c where c.project_id = p.id and c.state in ('confirmed', 'fulfilled'))
            """,
            "counts other holders than it has", """
            select p.id from claim_round r join meeting_project b on b.meeting_id = r.meeting_id join project p on p.id = b.project_id
            where r.id = ? and p.held <> (
                select count(*) from claim c where c.project_id = p.id and c.state in ('confirmed', 'fulfilled'))
            """,
            "holds more than the round allows", """
            select a.partner_id from claim_attempt a join claim_round r on r.id = a.round_id join claim c on c.id = a.claim_id
            where r.id = ? and a.answer = 'confirmed' and r.most_claims > 0
            group by a.partner_id, r.most_claims having count(*) > r.most_claims
            """,
            "is counted otherwise than it claimed", """
            select coalesce(t.partner_id, a.partner_id)
            from (select * from round_tally where round_id = ?) t full join (
                select partner_id, count(*) as claims from claim_attempt
                where round_id = ? and answer = 'confirmed' group by partner_id) a on a.partner_id = t.partner_id
            where t.claims is distinct from a.claims
            """,
            "was made outside of the record", """
            select c.id::text from claim_round r join meeting_project b on b.meeting_id = r.meeting_id
                join claim c on c.project_id = b.project_id
            where r.id = ? and not exists (select from claim_attempt a where a.claim_id = c.id and a.round_id = r.id)
            """);

    private final Connection database;
    private final UUID round;
    private final List<String> faults = new ArrayList<>();

    private RaceChecker(Connection database, UUID round) {
        this.database = database;
        this.round = round;
    }

    private record Kept(String partner, String project) {}

    /** @return a sentence for each fault; none if all agrees */
    static List<String> faults(Connection database, UUID round, List<Answered> answers) throws SQLException {
        var checker = new RaceChecker(database, round);
        for (var rule : NEVER.entrySet()) {
            for (String thing : checker.texts(rule.getValue())) checker.faults.add(thing + " " + rule.getKey());
        }
        checker.everyAnswerIsAllowed(answers);
        checker.everyClaimIsKept(answers);
        checker.theRecordExplains(answers);
        return checker.faults;
    }

    private void everyAnswerIsAllowed(List<Answered> answers) {
        for (var answer : answers) {
            boolean away = answer.status() == UNAVAILABLE && answer.comeAgain();
            if (!answer.isFinal() && !away) faults.add("nobody may be answered so: " + answer);
        }
    }

    private void everyClaimIsKept(List<Answered> answers) throws SQLException {
        var kept = new HashMap<String, Kept>();
        try (var query = database.prepareStatement("""
                select c.id::text, c.partner_id, c.project_id from claim_attempt a join claim c on c.id = a.claim_id
                where a.round_id = ?
                """)) {
            query.setObject(1, round);
            try (var rows = query.executeQuery()) {
                while (rows.next()) kept.put(rows.getString(1), new Kept(rows.getString(2), rows.getString(3)));
            }
        }
        for (var answer : answers) {
            if (answer.claim() == null) continue;
            var claim = kept.remove(answer.claim());
            if (!new Kept(answer.partner(), answer.project()).equals(claim))
                faults.add("is not kept as it was answered: " + answer);
        }
        kept.forEach((id, claim) -> faults.add(id + " is kept, but nobody was told: " + claim));
    }

    /** Who was interrupted and asked again may stand in it twice. */
    private void theRecordExplains(List<Answered> answers) throws SQLException {
        var recorded =
                texts("select concat_ws(' ', partner_id, project_id, answer) from claim_attempt where round_id = ?")
                        .stream()
                        .collect(groupingBy(line -> line, counting()));
        answers.stream()
                .filter(Answered::isFinal)
                .collect(groupingBy(a -> String.join(" ", a.partner(), a.project(), a.told()), counting()))
                .forEach((line, times) -> {
                    if (recorded.getOrDefault(line, 0L) < times) faults.add("is not in the record: " + line);
                });
    }

    private List<String> texts(String query) throws SQLException {
        try (var statement = database.prepareStatement(query)) {
            for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++)
                statement.setObject(i, round);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) found.add(rows.getString(1));
                return found;
            }
        }
    }
}
