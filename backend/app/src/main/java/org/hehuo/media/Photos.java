package org.hehuo.media;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static org.hehuo.kernel.sql.Columns.uuid;
import static org.hehuo.kernel.sql.Columns.word;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What other features ask of pictures: to hang them on a thing, and which hang there. */
@ApplicationScoped
public class Photos {
    /** The most pictures that one thing shows in one place. */
    public static final int MOST = 9;

    public enum Place {
        SHOWN,
        BEFORE,
        AFTER
    }

    final Jdbi jdbi;

    Photos(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Hangs these pictures, in this order, where others may have hung before. They are the caller's own, or hang on one of
     * the lenders already.
     *
     * @param field the form's field, for the refusal
     * @throws Problem {@code invalid} naming the field: {@code not_found} or {@code repeated}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hang(
            Ref thing, Place place, @Nullable List<UUID> photos, String field, Collection<Ref> lenders, Caller caller) {
        var wanted = photos == null ? List.<UUID>of() : photos;
        if (new HashSet<>(wanted).size() < wanted.size()) throw Problem.invalid(field, "repeated");
        for (UUID photo : wanted) {
            if (!take(photo, lenders, caller)) throw Problem.invalid(field, "not_found");
        }
        var before = takeDown(thing, place);
        for (int position = 0; position < wanted.size(); position++) {
            hang(thing, place, position, wanted.get(position));
        }
        before.addAll(wanted);
        markUsed(before);
    }

    /** Locks the picture against being swept, if the caller may use it. */
    private boolean take(UUID photo, Collection<Ref> lenders, Caller caller) {
        return jdbi.withHandle(h -> h.createQuery("""
                select 1 from photo p
                where p.id = :photo and p.stored and (p.uploader_id = :caller or exists (
                    select from photo_use u where u.photo_id = p.id
                        and (u.thing_kind || ' ' || u.thing_id) = any(:lenders)))
                for no key update
                """)
                .bind("photo", photo)
                .bind("caller", caller.personId())
                .bind(
                        "lenders",
                        lenders.stream().map(l -> l.kind() + " " + l.id()).toArray(String[]::new))
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    private Set<UUID> takeDown(Ref thing, Place place) {
        return new HashSet<>(jdbi.withHandle(h -> h.createQuery("""
                delete from photo_use where thing_kind = :kind and thing_id = :id and role = :place returning photo_id
                """)
                .bind("kind", thing.kind())
                .bind("id", thing.id())
                .bind("place", place)
                .mapTo(UUID.class)
                .list()));
    }

    private void hang(Ref thing, Place place, int position, UUID photo) {
        jdbi.useHandle(h -> h.createUpdate("""
                insert into photo_use (thing_kind, thing_id, role, position, photo_id)
                values (:kind, :id, :place, :position, :photo)
                """)
                .bind("kind", thing.kind())
                .bind("id", thing.id())
                .bind("place", place)
                .bind("position", position)
                .bind("photo", photo)
                .execute());
    }

    private void markUsed(Collection<UUID> photos) {
        if (photos.isEmpty()) return;
        jdbi.useHandle(h ->
                h.createUpdate("""
                update photo p set used = exists (select from photo_use u where u.photo_id = p.id) where id = any(:ids)
                """).bind("ids", photos.toArray(UUID[]::new)).execute());
    }

    /** SQL: whether anything hangs on the thing of which this column is the id. */
    public static String hangOn(String kind, String id) {
        return "exists (select from photo_use u where u.thing_kind = '" + kind + "' and u.thing_id = " + id + ")";
    }

    /** The pictures that hang on one thing. */
    public List<PhotoView> of(String kind, String id, Place place) {
        return of(kind, List.of(id), place).getOrDefault(id, List.of());
    }

    /** The pictures that hang on things of one kind in one place, by the things' ids. */
    public Map<String, List<PhotoView>> of(String kind, Collection<String> ids, Place place) {
        return of(kind, ids).entrySet().stream()
                .filter(e -> e.getValue().containsKey(place))
                .collect(toMap(Map.Entry::getKey, e -> e.getValue().getOrDefault(place, List.of())));
    }

    private record Hung(String thing, Place place, PhotoView photo) {}

    /** The pictures that hang on things of one kind, by the things' ids and their places. */
    public Map<String, Map<Place, List<PhotoView>>> of(String kind, Collection<String> ids) {
        if (ids.isEmpty()) return Map.of();
        return jdbi.withHandle(h -> h
                .createQuery("""
                select u.thing_id, u.role, p.id, p.width, p.height, p.alt
                from photo_use u join photo p on p.id = u.photo_id
                where u.thing_kind = :kind and u.thing_id = any(:ids)
                order by u.thing_id, u.role, u.position
                """)
                .bind("kind", kind)
                .bind("ids", ids.toArray(String[]::new))
                .map((rs, ctx) -> new Hung(
                        rs.getString("thing_id"),
                        word(rs, "role", Place.class),
                        PhotoView.of(uuid(rs, "id"), rs.getInt("width"), rs.getInt("height"), rs.getString("alt"))))
                .stream()
                .collect(groupingBy(Hung::thing, groupingBy(Hung::place, mapping(Hung::photo, toList())))));
    }
}
