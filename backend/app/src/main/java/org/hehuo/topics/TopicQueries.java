package org.hehuo.topics;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.instantOrNull;
import static org.hehuo.kernel.sql.Columns.wordOrNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hehuo.areas.Areas;
import org.hehuo.categories.Categories;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.life.Timeline;
import org.hehuo.kernel.life.TimelineItem;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.text.Coded;
import org.hehuo.kernel.text.Identified;
import org.hehuo.kernel.time.Time;
import org.hehuo.media.PhotoView;
import org.hehuo.media.Photos;
import org.hehuo.notifications.Follows;
import org.jdbi.v3.core.Jdbi;

/** Reads one topic, with what belongs to it. */
@ApplicationScoped
class TopicQueries {
    /** All of one topic that one row can tell, and which of the rest there is to ask for. Takes {@code :id, :me, :now}. */
    private static final String ONE =
            "select " + Topic.COLUMNS + """
            , t.title, t.body, t.outcome, t.place, t.lat, t.lon, t.hidden_reason, t.created_at, t.updated_at,
            t.question, t.supervised_at, exists (select from topic m where m.merged_into = t.id) as gathered,
            exists (select from topic_support s where s.topic_id = t.id and s.person_id = :me) as supported,
            exists (select from reply r where r.topic_id = t.id and r.official and r.visibility = 'public') as answered,
            """ + Author.NAMES + ", " + Follows.follows("t.id") + " as following, "
                    + Photos.hangOn(Topic.KIND, "t.id") + " as pictured, "
                    + TopicListQueries.COUNTS + " from topic t where t.id = :id";

    final Jdbi jdbi;
    final TopicStore store;
    final ReplyQueries replies;
    final Photos photos;
    final Areas areas;
    final Categories categories;
    final TopicLinks links;
    final Timeline timeline;
    final Time time;

    TopicQueries(
            Jdbi jdbi,
            TopicStore store,
            ReplyQueries replies,
            Photos photos,
            Areas areas,
            Categories categories,
            TopicLinks links,
            Timeline timeline,
            Time time) {
        this.jdbi = jdbi;
        this.store = store;
        this.replies = replies;
        this.photos = photos;
        this.areas = areas;
        this.categories = categories;
        this.links = links;
        this.timeline = timeline;
        this.time = time;
    }

    TopicView view(String id, Caller caller) {
        return jdbi.withHandle(h -> h.createQuery(ONE)
                .bind("id", id)
                .bind("me", caller.id())
                .bind("now", time.instant())
                .map((rs, ctx) -> view(rs, caller))
                .findOne()
                .flatMap(found -> found)
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }

    /** As it is now for who has just passed it on, and may see it no more. */
    TopicView viewLast(String id, Caller caller) {
        return jdbi.withHandle(h -> h.createQuery(ONE)
                .bind("id", id)
                .bind("me", caller.id())
                .bind("now", time.instant())
                .map((rs, ctx) -> view(rs, Topic.read(rs), caller))
                .one());
    }

    private Optional<TopicView> view(ResultSet rs, Caller caller) throws SQLException {
        var topic = Topic.read(rs);
        return store.shows(topic, caller) ? Optional.of(view(rs, topic, caller)) : Optional.empty();
    }

    private TopicView view(ResultSet rs, Topic topic, Caller caller) throws SQLException {
        return new TopicView(
                topic.id(),
                rs.getString("title"),
                rs.getString("body"),
                topic.state(),
                topic.visibility(),
                topic.held(),
                rs.getString("hidden_reason"),
                wordOrNull(rs, "outcome", TopicOutcome.class),
                areas.ref(topic.areaCode()),
                topic.category() == null ? null : categories.ref(topic.category(), caller.language()),
                rs.getString("place"),
                Position.read(rs),
                rs.getBoolean("pictured") ? photos.of(Topic.KIND, topic.id(), Photos.Place.SHOWN) : List.of(),
                Author.ofTopic(rs, caller),
                caller.isPerson(topic.author()),
                topic.byPhone(),
                Author.assignee(rs),
                Author.standIn(rs, caller),
                rs.getInt("supports"),
                rs.getInt("replies"),
                rs.getBoolean("supported"),
                rs.getBoolean("following"),
                rs.getBoolean("answered") ? replies.latestOfficial(topic.id(), caller) : null,
                topic.dueAt(),
                topic.overdue(),
                topic.state() == TopicState.WAITING_RESIDENT ? rs.getString("question") : null,
                topic.escalatedTo() == null ? null : office(topic.escalatedTo()),
                instantOrNull(rs, "supervised_at"),
                topic.mergedInto(),
                rs.getBoolean("gathered") ? merged(topic.id(), caller) : List.of(),
                links.projectsOf(topic.id(), caller),
                Action.allowed(TopicAction.values(), topic, caller),
                instant(rs, "created_at"),
                instant(rs, "updated_at"),
                topic.version());
    }

    private Coded office(String area) {
        return new Coded(area, areas.ref(area).name());
    }

    private List<Identified> merged(String id, Caller caller) {
        return jdbi.withHandle(h -> h
                .createQuery(
                        "select " + Topic.COLUMNS + ", t.title from topic t where t.merged_into = :id order by t.id")
                .bind("id", id)
                .bind("now", time.instant())
                .map((rs, ctx) -> store.shows(Topic.read(rs), caller)
                        ? Optional.of(new Identified(rs.getString("id"), rs.getString("title")))
                        : Optional.<Identified>empty())
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    TopicChange editable(String id) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select title, body, category, place, lat, lon from topic where id = :id")
                .bind("id", id)
                .map((rs, ctx) -> new TopicChange(
                        rs.getString("title"),
                        rs.getString("body"),
                        rs.getString("category"),
                        rs.getString("place"),
                        Position.read(rs),
                        photos.of(Topic.KIND, id, Photos.Place.SHOWN).stream()
                                .map(PhotoView::id)
                                .toList()))
                .one());
    }

    /** The topic's own steps and those of the projects that grew from it: its whole story. */
    List<TimelineItem> timeline(String id, Caller caller) {
        store.find(id, caller);
        var pages = Stream.concat(
                        Stream.of(id), links.projectsOf(id, caller).stream().map(TopicLinks.Link::id))
                .toList();
        return timeline.of(pages, caller);
    }
}
