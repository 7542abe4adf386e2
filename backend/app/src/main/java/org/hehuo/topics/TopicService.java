package org.hehuo.topics;

import static org.hehuo.media.Photos.Place.SHOWN;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hehuo.areas.AreaCode;
import org.hehuo.areas.Areas;
import org.hehuo.categories.Categories;
import org.hehuo.kernel.http.IfMatch;
import org.hehuo.kernel.http.MergePatch;
import org.hehuo.kernel.life.Timeline;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Vault;
import org.hehuo.kernel.time.Time;
import org.hehuo.media.Photos;
import org.hehuo.moderation.Newcomers;
import org.hehuo.moderation.PersonalData;
import org.hehuo.notifications.Follows;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Posting a topic, and editing it while it is open. */
@ApplicationScoped
public class TopicService {
    final Jdbi jdbi;
    final TopicStore store;
    final TopicQueries queries;
    final TopicPromises promises;
    final Areas areas;
    final Categories categories;
    final MergePatch patches;
    final Vault vault;
    final Photos photos;
    final Timeline timeline;
    final Outbox outbox;
    final Follows follows;
    final Newcomers newcomers;
    final TopicWatch watch;
    final Time time;

    TopicService(
            Jdbi jdbi,
            TopicStore store,
            TopicQueries queries,
            TopicPromises promises,
            Areas areas,
            Categories categories,
            MergePatch patches,
            Vault vault,
            Photos photos,
            Timeline timeline,
            Outbox outbox,
            Follows follows,
            Newcomers newcomers,
            TopicWatch watch,
            Time time) {
        this.jdbi = jdbi;
        this.store = store;
        this.queries = queries;
        this.promises = promises;
        this.areas = areas;
        this.categories = categories;
        this.patches = patches;
        this.vault = vault;
        this.photos = photos;
        this.timeline = timeline;
        this.outbox = outbox;
        this.follows = follows;
        this.newcomers = newcomers;
        this.watch = watch;
        this.time = time;
    }

    /** Posts a topic; its first promise begins to run. Staff may post for a caller on the phone. */
    @Transactional
    public TopicView create(NewTopic topic, Caller caller) {
        var area = areas.require(topic.areaCode(), "areaCode");
        if (topic.category() != null) categories.require(topic.category(), "category");
        if (topic.onBehalfOf() != null && !caller.isStaffOf(topic.areaCode())) throw Problem.of(ApiError.FORBIDDEN);
        if (topic.visibility() != Readers.MEMBERS) holdBack(topic);
        newcomers.admit(caller);
        String id = insert(topic, area, caller);
        if (topic.onBehalfOf() != null) keep(id, topic.onBehalfOf());
        var made = store.find(id, caller);
        photos.hang(made.ref(), SHOWN, topic.photoIds(), "photoIds", List.of(), caller);
        timeline.record(made, "create", null, made.state(), caller, null);
        boolean held = watch.hold(made, true, caller, topic.title(), topic.body(), topic.place());
        outbox.emit("created", made, made.isPublic() && !held, caller, made.eventData(Map.of()));
        follows.follow(caller.personId(), made.ref());
        return queries.view(id, caller);
    }

    /** What many read should say nothing by which somebody is found. */
    private static void holdBack(NewTopic topic) {
        PersonalData.holdBack(topic.title(), "title");
        PersonalData.holdBack(topic.body(), "body");
        PersonalData.holdBack(topic.place(), "place");
    }

    private String insert(NewTopic topic, AreaCode area, Caller caller) {
        var now = time.instant();
        var position = topic.position();
        return jdbi.withHandle(h -> h.createQuery("""
                insert into topic (id, state, title, body, area_code, district, subdistrict, community, compound, category,
                    place, lat, lon, author_id, readers, visibility, anonymous, recorded_by, due_at, created_at, updated_at)
                values ('T-' || extract(year from cast(:now as timestamptz) at time zone 'UTC') || '-'
                        || padded(nextval('topic_number'), 6),
                    'open', :title, :body, :area, :district, :subdistrict, :community, :compound, :category,
                    :place, :lat, :lon, :author, :readers, :readers, :anonymous, :recordedBy, :due, :now, :now)
                returning id
                """)
                .bind("title", topic.title())
                .bind("body", topic.body())
                .bind("area", area.code())
                .bind("district", area.district())
                .bind("subdistrict", area.subdistrict())
                .bind("community", area.community())
                .bind("compound", area.compound())
                .bind("category", topic.category())
                .bind("place", topic.place())
                .bind("lat", position == null ? null : position.lat())
                .bind("lon", position == null ? null : position.lon())
                .bind("author", caller.personId())
                .bind("readers", Objects.requireNonNullElse(topic.visibility(), Readers.PUBLIC))
                .bind("anonymous", Boolean.TRUE.equals(topic.anonymous()))
                .bind("recordedBy", topic.onBehalfOf() == null ? null : caller.personId())
                .bind("due", promises.first(topic.category()))
                .bind("now", now)
                .mapTo(String.class)
                .one());
    }

    private void keep(String topic, NewTopic.Caller contact) {
        jdbi.useHandle(h -> h.createUpdate("insert into topic_caller (topic_id, contact) values (:topic, :contact)")
                .bind("topic", topic)
                .bind("contact", vault.lock(contact.name() + "\n" + contact.phone()))
                .execute());
    }

    /** Only the author, only while it is open and not hidden. */
    @Transactional
    TopicView edit(String id, @Nullable String ifMatch, JsonNode patch, Caller caller) {
        var topic = store.lock(id, caller);
        if (!caller.isPerson(topic.author())) throw Problem.of(ApiError.FORBIDDEN);
        if (!topic.isEditable()) throw TopicAction.refusal(ApiError.WRONG_STATE, topic, caller);
        IfMatch.check(ifMatch, topic.version());
        var current = queries.editable(id);
        var change = patches.apply(current, patch, TopicChange.class);
        topic.holdBack(change.title(), "title");
        topic.holdBack(change.body(), "body");
        topic.holdBack(change.place(), "place");
        if (change.category() != null && !change.category().equals(current.category())) {
            categories.require(change.category(), "category");
        }
        var position = change.position();
        jdbi.useHandle(h -> h.createUpdate("""
                update topic set title = :title, body = :body, category = :category, place = :place, lat = :lat, lon = :lon,
                    updated_at = :now, version = version + 1
                where id = :id
                """)
                .bind("id", id)
                .bind("title", change.title())
                .bind("body", change.body())
                .bind("category", change.category())
                .bind("place", change.place())
                .bind("lat", position == null ? null : position.lat())
                .bind("lon", position == null ? null : position.lon())
                .bind("now", time.instant())
                .execute());
        photos.hang(topic.ref(), SHOWN, change.photoIds(), "photoIds", List.of(), caller);
        timeline.record(topic, "edit", topic.state(), topic.state(), caller, null);
        watch.hold(topic, false, caller, change.title(), change.body(), change.place());
        return queries.view(id, caller);
    }
}
