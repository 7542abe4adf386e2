package org.hehuo.media;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.Upkeep;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Keeps pictures: the row is written first, then the files, then the row says that they are there. Whatever stops in between
 * is swept like a picture that was never used.
 */
@ApplicationScoped
class PhotoShelf implements Upkeep {
    /** As long as what was written on a device may wait there to be sent. */
    private static final Duration UNUSED_KEPT = Duration.ofDays(7);

    private static final int MOST = 200;
    private static final int BATCH = 100;

    final Jdbi jdbi;
    final PhotoStore store;
    final Time time;

    PhotoShelf(Jdbi jdbi, PhotoStore store, Time time) {
        this.jdbi = jdbi;
        this.store = store;
        this.time = time;
    }

    /**
     * Keeps a picture that nobody but its uploader sees until it hangs somewhere.
     *
     * @throws Problem {@code photo.not_stored} when there is no room, {@code too_many_requests} after 200 that are
     *     of the last day or hang nowhere
     */
    @Idempotent(status = 201)
    @Transactional
    public PhotoView keep(Picture picture, @Nullable String alt, Caller caller) {
        UUID id = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> announce(id, picture, alt, caller));
        try {
            store.put(id, picture.files());
        } catch (IOException e) {
            Log.error("a picture could not be kept", e);
            throw Problem.of(ApiError.PHOTO_NOT_STORED);
        }
        jdbi.useHandle(h -> h.createUpdate("update photo set stored = true where id = :id")
                .bind("id", id)
                .execute());
        return PhotoView.of(id, picture.width(), picture.height(), alt);
    }

    private void announce(UUID id, Picture picture, @Nullable String alt, Caller caller) {
        int inserted = jdbi.withHandle(h -> h.createUpdate("""
                insert into photo (id, uploader_id, width, height, alt, created_at)
                select :id, :uploader, :width, :height, :alt, :now
                where (select count(*) from photo where uploader_id = :uploader and created_at > :kept
                    and (not used or created_at > :since)) < :most
                """)
                .bind("id", id)
                .bind("uploader", caller.personId())
                .bind("width", picture.width())
                .bind("height", picture.height())
                .bind("alt", alt)
                .bind("now", time.instant())
                .bind("since", time.instant().minus(Duration.ofDays(1)))
                .bind("kept", time.instant().minus(UNUSED_KEPT))
                .bind("most", MOST)
                .execute());
        if (inserted == 0) throw Problem.of(ApiError.TOO_MANY_REQUESTS);
    }

    /** The row stays locked until the files are gone, so that nobody hangs up what is being thrown away. */
    @Override
    @Transactional
    public int tidy(Instant now) {
        var orphans = jdbi.withHandle(h -> h.createQuery("""
                select id from photo where not used and created_at < :until order by created_at
                limit :batch for update skip locked
                """)
                .bind("until", now.minus(UNUSED_KEPT))
                .bind("batch", BATCH)
                .mapTo(UUID.class)
                .list());
        var gone = orphans.stream().filter(this::throwAway).toArray(UUID[]::new);
        if (gone.length == 0) return 0;
        return jdbi.withHandle(h -> h.createUpdate("delete from photo where id = any(:ids)")
                .bind("ids", gone)
                .execute());
    }

    private boolean throwAway(UUID photo) {
        try {
            store.delete(photo);
            return true;
        } catch (IOException e) {
            Log.warnf(e, "picture %s could not be removed and will be tried again", photo);
            return false;
        }
    }
}
