package org.hehuo.media;

import static org.hehuo.kernel.sql.Columns.uuid;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Takes pictures in, and shows them to whom they may be shown. */
@ApplicationScoped
public class PhotoService {
    /** Unpacked pictures are large: more at once would not be faster, only fuller. */
    private static final int AT_ONCE = 2;

    private static final int PATIENCE_IN_SECONDS = 3;

    final Jdbi jdbi;
    final PhotoShelf shelf;
    final PhotoStore store;
    final List<Exhibition> exhibitions;
    final Captions captions;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    PhotoService(Jdbi jdbi, PhotoShelf shelf, PhotoStore store, @All List<Exhibition> exhibitions, Captions captions) {
        this.jdbi = jdbi;
        this.shelf = shelf;
        this.store = store;
        this.exhibitions = exhibitions;
        this.captions = captions;
    }

    /** @throws Problem {@code unavailable} when too many others are being taken in */
    public PhotoView upload(Path file, @Nullable String alt, Caller caller) {
        if (alt != null) captions.check(alt);
        boolean admitted;
        try {
            admitted = places.tryAcquire(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            admitted = false;
        }
        if (!admitted) throw Problem.of(ApiError.UNAVAILABLE);
        try {
            return shelf.keep(Picture.read(file), alt, caller);
        } finally {
            places.release();
        }
    }

    /** Only who took it says what it shows, while the thing lives on which it hangs; for others it is not there. */
    @Transactional
    public PhotoView describe(UUID id, String alt, Caller caller) {
        var photo = find(id);
        if (!caller.isPerson(photo.uploader)) throw Problem.of(ApiError.NOT_FOUND);
        if (!photo.hangsOn.stream().allMatch(this::takesWords)) throw Problem.of(ApiError.FORBIDDEN);
        captions.check(alt);
        return jdbi.withHandle(h -> h.createQuery("update photo set alt = :alt where id = :id returning width, height")
                .bind("alt", alt)
                .bind("id", id)
                .map((rs, ctx) -> PhotoView.of(id, rs.getInt("width"), rs.getInt("height"), alt))
                .findOne()
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }

    private boolean takesWords(Ref thing) {
        return exhibitions.stream()
                .filter(e -> e.kinds().contains(thing.kind()))
                .allMatch(e -> e.takesWords(thing));
    }

    /**
     * A picture's file, and whether anybody may see it.
     *
     * @throws Problem {@code not_found} for what is not there and for what the caller may not see
     */
    Shown show(UUID id, PhotoSize size, PhotoFormat format, Caller caller) {
        var photo = find(id);
        boolean open = photo.hangsOn.stream().anyMatch(t -> shows(t, Caller.anonymous(caller.language())));
        boolean visible = open
                || caller.isPerson(photo.uploader)
                || photo.hangsOn.stream().anyMatch(t -> shows(t, caller));
        if (!visible) throw Problem.of(ApiError.NOT_FOUND);
        try {
            return new Shown(store.read(id, format.fileOf(size)), open);
        } catch (IOException e) {
            Log.errorf(e, "picture %s cannot be read", id);
            throw Problem.of(ApiError.UNAVAILABLE);
        }
    }

    /**
     * A picture for paper: JPEG, in the largest size.
     *
     * @throws Problem as {@link #show}
     */
    public byte[] jpeg(UUID id, Caller caller) {
        return show(id, PhotoSize.LARGE, PhotoFormat.JPEG, caller).bytes;
    }

    /** A file, and whether it is open to anybody. */
    static final class Shown {
        final byte[] bytes;
        final boolean open;

        Shown(byte[] bytes, boolean open) {
            this.bytes = bytes;
            this.open = open;
        }
    }

    private record Photo(UUID uploader, List<Ref> hangsOn) {}

    private Photo find(UUID id) {
        return jdbi.withHandle(h -> {
            UUID uploader = h.createQuery("select uploader_id from photo where id = :id and stored")
                    .bind("id", id)
                    .map((rs, ctx) -> uuid(rs, "uploader_id"))
                    .findOne()
                    .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND));
            var things = h.createQuery("select distinct thing_kind, thing_id from photo_use where photo_id = :id")
                    .bind("id", id)
                    .map((rs, ctx) -> new Ref(rs.getString("thing_kind"), rs.getString("thing_id")))
                    .list();
            return new Photo(uploader, things);
        });
    }

    private boolean shows(Ref thing, Caller caller) {
        return exhibitions.stream()
                .filter(e -> e.kinds().contains(thing.kind()))
                .anyMatch(e -> e.shows(thing, caller));
    }
}
