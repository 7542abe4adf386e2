package org.hehuo.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.hehuo.Given;
import org.hehuo.RealTest;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.text.Language;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ten thousand replies to one topic, for as long as one transaction lasts: a page of them reads little more than itself. */
@RealTest
class ThreadSizeTest {
    private static final int MANY = 10_000;
    private static final int SIZE = 50;
    /** The page with what it quotes, and one row more. */
    private static final int MOST_LOOKED_AT = 4 * SIZE;

    private static final Caller READER = Caller.anonymous(Language.ZH_CN);

    @Inject
    Jdbi jdbi;

    @Inject
    TopicStore store;

    @Inject
    ReplyQueries queries;

    @Test
    void onePageOrOneCountLooksAtFewOfThem() {
        String id = Given.aTopic().posted();
        QuarkusTransaction.begin();
        try {
            fill(id);
            var topic = store.find(id, READER);
            for (String sort : new String[] {"place", "-createdAt"}) {
                var first = frugal(() -> queries.thread(topic, sort, SIZE, null, READER));
                assertEquals(SIZE, first.items().size());
                var deep = deep(topic, sort);
                assertEquals(
                        SIZE,
                        frugal(() -> queries.thread(topic, sort, SIZE, deep.nextCursor(), READER))
                                .items()
                                .size());
            }
            assertEquals(
                    100,
                    frugal(() -> queries.news(topic, Instant.EPOCH, READER)).replies());
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @AfterEach
    void sweep() {
        jdbi.useHandle(h -> h.execute("vacuum analyze reply"));
    }

    private Page<ReplyView> deep(Topic topic, String sort) {
        var page = queries.thread(topic, sort, 100, null, READER);
        for (int read = 100; read < MANY - 300; read += 100) {
            page = queries.thread(topic, sort, 100, Objects.requireNonNull(page.nextCursor()), READER);
        }
        assertNotNull(page.nextCursor());
        return page;
    }

    private record Looked(long scans, long rows) {}

    private <T> T frugal(Supplier<T> read) {
        var before = looked();
        T answer = read.get();
        var after = looked();
        assertEquals(0, after.scans - before.scans);
        long rows = after.rows - before.rows;
        assertTrue(rows <= MOST_LOOKED_AT, rows + " replies looked at");
        return answer;
    }

    /** At replies, in this transaction so far. */
    private Looked looked() {
        return jdbi.withHandle(h -> h.createQuery("""
                select seq_scan, seq_tup_read + coalesce(idx_tup_fetch, 0) as rows
                from pg_stat_xact_user_tables where relname = 'reply'
                """)
                .map((rs, ctx) -> new Looked(rs.getLong("seq_scan"), rs.getLong("rows")))
                .one());
    }

    /** Each second one quotes the topic's first. */
    private void fill(String topic) {
        jdbi.useHandle(h -> {
            h.createUpdate("""
                    insert into reply (id, topic_id, home_id, place, author_id, anonymous, official, body, created_at)
                    select fresh.id, t.id, t.id, fresh.id::text, t.author_id, false, false, '我家也是。',
                        now() - interval '1 day' + n * interval '1 second'
                    from topic t, (select n, uuidv7() as id from generate_series(1, :many) n) fresh where t.id = :topic
                    """).bind("topic", topic).bind("many", MANY).execute();
            h.createUpdate("""
                    update reply set quote_id = (select id from reply where topic_id = :topic order by place limit 1)
                    where topic_id = :topic and extract(second from created_at)::int % 2 = 0
                    """).bind("topic", topic).execute();
            h.execute("analyze reply");
        });
    }
}
