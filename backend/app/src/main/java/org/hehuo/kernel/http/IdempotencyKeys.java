package org.hehuo.kernel.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.Upkeep;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Which keys were used, and the answers that they got; kept for as long as what waits on a device is sent by itself. */
@ApplicationScoped
class IdempotencyKeys implements Upkeep {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int CREATED = 201;

    final Jdbi jdbi;
    final Time time;

    IdempotencyKeys(Jdbi jdbi, Time time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    /** One use of a key: by whom, and for what. */
    record Use(UUID caller, String key, String fingerprint) {}

    private record Known(String fingerprint, Replay answer) {}

    /**
     * Takes the key for this transaction.
     *
     * @throws Replay with the first answer, if there was one
     * @throws Problem {@code idempotency.in_progress} while the first is still running, {@code idempotency.key_reused}
     *     for another request
     */
    void answerIfKnown(Use use) {
        boolean mine = jdbi.withHandle(h -> h.createQuery("select pg_try_advisory_xact_lock(hashtextextended(:key, 0))")
                .bind("key", use.caller + use.key)
                .mapTo(Boolean.class)
                .one());
        if (!mine) throw Problem.of(ApiError.KEY_IN_USE);
        var known = known(use);
        if (known == null) return;
        if (!known.fingerprint.equals(use.fingerprint)) throw Problem.of(ApiError.KEY_REUSED);
        throw known.answer;
    }

    private @Nullable Known known(Use use) {
        return jdbi.withHandle(h -> h.createQuery("""
                select fingerprint, status, body, etag, location from idempotency_key
                where caller_id = :caller and key = :key and used_at > :since
                """)
                .bind("caller", use.caller)
                .bind("key", use.key)
                .bind("since", time.instant().minus(KEPT))
                .map((rs, ctx) -> new Known(
                        rs.getString("fingerprint"),
                        new Replay(
                                rs.getInt("status"),
                                rs.getString("body"),
                                rs.getString("etag"),
                                rs.getString("location"))))
                .findOne()
                .orElse(null));
    }

    void remember(Use use, int status, String body, Object answer) {
        jdbi.useHandle(h -> h.createUpdate("""
                insert into idempotency_key (caller_id, key, fingerprint, used_at, status, body, etag, location)
                values (:caller, :key, :fingerprint, :now, :status, :body, :etag, :location)
                on conflict (caller_id, key) do update set fingerprint = excluded.fingerprint, used_at = excluded.used_at,
                    status = excluded.status, body = excluded.body, etag = excluded.etag, location = excluded.location
                """)
                .bind("caller", use.caller)
                .bind("key", use.key)
                .bind("fingerprint", use.fingerprint)
                .bind("now", time.instant())
                .bind("status", status)
                .bind("body", body)
                .bind("etag", answer instanceof Versioned v ? Etags.of(v.version(), body) : null)
                .bind("location", status == CREATED && answer instanceof Located l ? l.location() : null)
                .execute());
    }

    @Override
    @Transactional
    public int tidy(Instant now) {
        return jdbi.withHandle(
                h -> h.createUpdate("""
                delete from idempotency_key where ctid in (
                    select ctid from idempotency_key where used_at <= :until limit 1000 for update skip locked)
                """).bind("until", now.minus(KEPT)).execute());
    }
}
