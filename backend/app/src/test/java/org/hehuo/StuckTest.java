package org.hehuo;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hehuo.Given.aProject;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.hehuo.kernel.time.Sweeper;
import org.hehuo.kernel.time.Time;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A thing that fails each time holds up no other, and is done once it can be. The fault is planted in the database. */
@RealTest
class StuckTest {
    @Inject
    Jdbi jdbi;

    @Inject
    Time time;

    @Inject
    Sweeper sweeper;

    @Inject
    EventFlow events;

    @AfterEach
    void mend() {
        time.moveAhead(Duration.ZERO);
        jdbi.useHandle(h -> h.execute("drop function if exists planted_fault cascade"));
    }

    @Test
    void aClaimThatCannotLapseHoldsUpNoOther() {
        String stuck = claimToBeginWithin(1);
        String free = claimToBeginWithin(2);
        onlyTheOtherGoesOn("/claims/{id}", "state", stuck, free, "lapsed", 4);
    }

    @Test
    void aTopicThatCannotCloseHoldsUpNoOther() {
        String stuck = aTopic().resolved();
        String free = aTopic().resolved();
        onlyTheOtherGoesOn("/topics/{id}", "state", stuck, free, "closed", 15);
    }

    @Test
    void aPromiseThatCannotBeToldBrokenHoldsUpNoOther() {
        String stuck = aTopic().posted();
        String free = aTopic().posted();
        onlyTheOtherGoesOn("/topics/{id}/timeline", "items[1].action", stuck, free, "overdue", 40);
    }

    @Test
    void aProjectThatCannotCloseHoldsUpNoOther() {
        String stuck = aProject().completed();
        String free = aProject().completed();
        onlyTheOtherGoesOn("/projects/{id}", "state", stuck, free, "closed", 31);
    }

    @Test
    void anEventThatCannotBeToldHoldsUpNoOther() {
        Town.settle();
        var author = Realm.newcomer("栗子奶奶").arrives();
        String stuck = aTopic().by(author.account()).posted();
        String free = aTopic().by(author.account()).posted();
        events.settle();
        plant("notification", stuck);
        as("staff1").step("/topics/{id}/accept", stuck);
        as("staff1").step("/topics/{id}/accept", free);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertTrue(isTold(author, free)));
        assertFalse(isTold(author, stuck));
        sweeper.sweep();
        assertFalse(isTold(author, stuck));
        mend();
        sweeper.sweep();
        assertTrue(isTold(author, stuck));
        assertEquals(0, count("select count(*) from undelivered"));
    }

    private static boolean isTold(Persona author, String topic) {
        List<String> told = author.get("/me/notifications?pageSize=100")
                .path("items.findAll { it.type == 'topic.accepted' }.subject.id");
        return told.contains(topic);
    }

    private static String claimToBeginWithin(int days) {
        return as("staff1")
                .get("/projects/{id}", aProject().toBeginWithin(days).claimed())
                .path("holders[0].claimId");
    }

    private void onlyTheOtherGoesOn(String page, String field, String stuck, String free, String goal, int days) {
        plant("timeline", stuck);
        time.moveAhead(Duration.ofDays(days));
        sweeper.sweep();
        as("staff1").get(page, free).then().body(field, is(goal));
        assertFalse(goal.equals(as("staff1").get(page, stuck).path(field)));
        mend();
        time.moveAhead(Duration.ofDays(days));
        sweeper.sweep();
        as("staff1").get(page, stuck).then().body(field, is(goal));
    }

    /** From now on nothing can be written there about this thing. */
    private void plant(String table, String subject) {
        jdbi.useHandle(h -> h.execute("""
                create function planted_fault() returns trigger language plpgsql as
                    $$ begin raise exception 'planted'; end $$;
                create trigger planted before insert on %s for each row when (new.subject_id = '%s')
                    execute function planted_fault();
                """.formatted(table, subject)));
    }

    private int count(String sql) {
        return jdbi.withHandle(h -> h.createQuery(sql).mapTo(Integer.class).one());
    }
}
