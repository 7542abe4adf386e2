package org.hehuo.topics;

import static org.hehuo.kernel.sql.Columns.word;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.sql.Columns;
import org.hehuo.kernel.text.Identified;
import org.hehuo.notifications.Titled;
import org.hehuo.search.Searchable;
import org.hehuo.search.Suggestion;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What other features ask of topics, and what becomes of a topic through them. */
@ApplicationScoped
public class Topics implements Titled, Searchable {
    final Jdbi jdbi;
    final TopicStore store;
    final TopicSteps steps;
    final TopicQuestions questions;
    final TopicPromises promises;
    final Lifecycle lifecycle;

    Topics(
            Jdbi jdbi,
            TopicStore store,
            TopicSteps steps,
            TopicQuestions questions,
            TopicPromises promises,
            Lifecycle lifecycle) {
        this.jdbi = jdbi;
        this.store = store;
        this.steps = steps;
        this.questions = questions;
        this.promises = promises;
        this.lifecycle = lifecycle;
    }

    @Override
    public String kind() {
        return Topic.KIND;
    }

    @Override
    public Map<String, String> titles(Collection<String> ids, Caller caller) {
        return jdbi.withHandle(h -> h
                .createQuery("select id, title, visibility, author_id, area_code from topic where id = any(:ids)")
                .bind("ids", ids.toArray(String[]::new))
                .map((rs, ctx) -> new Titles(
                        rs.getString("id"),
                        rs.getString("title"),
                        word(rs, "visibility", Visibility.class),
                        caller.isPerson(rs.getObject("author_id", UUID.class))
                                || caller.isStaffOf(rs.getString("area_code"))))
                .stream()
                .filter(t -> isShown(t, caller))
                .collect(Collectors.toMap(Titles::id, Titles::title)));
    }

    @Override
    public List<Suggestion> suggest(String words, int most, Caller caller) {
        return TopicListQueries.FOUND.titled(
                jdbi, Topic.KIND, "t.visibility = 'public' and t.state <> 'withdrawn'", words, most);
    }

    private record Titles(String id, String title, Visibility visibility, boolean insider) {}

    private boolean isShown(Titles t, Caller caller) {
        return switch (t.visibility) {
            case PUBLIC -> true;
            case MEMBERS -> t.insider || store.isCarriedBy(t.id, caller);
            case HIDDEN -> t.insider;
        };
    }

    /** References to those topics that the caller may see. */
    public List<Identified> refs(Collection<String> ids, Caller caller) {
        return titles(ids, caller).entrySet().stream()
                .map(e -> new Identified(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing(Identified::id))
                .toList();
    }

    /**
     * The topics can still grow into a project, and the caller answers for them.
     *
     * @throws Problem {@code invalid} naming the field
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireUnsettled(Collection<String> ids, Caller caller, String field) {
        for (String id : ids) {
            var topic = find(id, caller, field);
            boolean unsettled =
                    switch (topic.state()) {
                        case OPEN, ACCEPTED, IN_PROGRESS -> true;
                        case WAITING_RESIDENT, RESOLVED, CLOSED, DECLINED, MERGED, WITHDRAWN -> false;
                    };
            if (!unsettled || !caller.isStaffOf(topic.areaCode())) throw Problem.invalid(field, "not_found");
        }
    }

    private Topic find(String id, Caller caller, String field) {
        try {
            return store.find(id, caller);
        } catch (Problem notFound) {
            throw Problem.invalid(field, "not_found");
        }
    }

    /**
     * A project for the topic was published: it is accepted, if nobody had done so, and under way. From then on it is promised
     * for when its projects are, a broken promise too: the new date is before everybody's eyes.
     *
     * @param due the last day that its projects are promised for
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void projectPublished(String grewFrom, @Nullable LocalDate due, Caller staff) {
        String id = now(grewFrom).id();
        if (store.lock(id, staff).state() == TopicState.OPEN) {
            steps.accept(id, new TopicInput.Acceptance(null, null), staff);
        }
        var topic = store.lock(id, staff);
        if (topic.state() == TopicState.ACCEPTED) lifecycle.apply(topic, TopicAction.START, Caller.CLOCK, null);
        promise(topic, due);
    }

    /** A project of the topic has another date; what was broken by then stays so. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void projectPutOff(String grewFrom, @Nullable LocalDate due) {
        var topic = store.lock(store.above(grewFrom).getLast(), Caller.CLOCK);
        if (topic.state() == TopicState.IN_PROGRESS && !topic.overdue()) promise(topic, due);
    }

    private void promise(Topic topic, @Nullable LocalDate due) {
        if (due == null || !topic.isOnADesk()) return;
        var moment = promises.ofProjects(topic, due);
        // What is promised already is no new promise: broken, it stays where it was raised to.
        if (!moment.equals(topic.dueAt())) store.owe(topic.id(), moment);
    }

    /** The topic's last project was completed: it is solved. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lastProjectCompleted(String grewFrom) {
        var topic = now(grewFrom);
        if (topic.state() != TopicState.IN_PROGRESS) return;
        lifecycle.apply(topic, TopicAction.RESOLVE, Caller.CLOCK, null, topic.eventData(Map.of("outcome", "solved")));
        steps.settle(topic.id(), TopicOutcome.SOLVED);
    }

    /** The topic's last project was cancelled: it waits for another way. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lastProjectCancelled(String grewFrom) {
        var topic = now(grewFrom);
        if (topic.state() == TopicState.IN_PROGRESS) lifecycle.apply(topic, TopicAction.FALL_BACK, Caller.CLOCK, null);
    }

    /** What stands for the topic now; if its author was asked something, it goes on without. */
    private Topic now(String id) {
        var topic = store.lock(store.above(id).getLast(), Caller.CLOCK);
        if (topic.state() != TopicState.WAITING_RESIDENT) return topic;
        questions.goOn(topic, TopicAction.RESUME, null, Caller.CLOCK);
        return store.lock(topic.id(), Caller.CLOCK);
    }

    /** When each was said. */
    public Map<String, Instant> createdAt(Collection<String> ids) {
        if (ids.isEmpty()) return Map.of();
        return jdbi.withHandle(h -> h.createQuery("select id, created_at from topic where id = any(:ids)")
                .bind("ids", ids.toArray(String[]::new))
                .map((rs, ctx) -> Map.entry(rs.getString("id"), Columns.instant(rs, "created_at")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Who wrote one of the topics without giving a name. */
    public Set<UUID> anonymousAuthors(Collection<String> ids) {
        return jdbi.withHandle(h -> h.createQuery("select author_id from topic where id = any(:ids) and anonymous")
                .bind("ids", ids.toArray(String[]::new))
                .mapTo(UUID.class)
                .collect(Collectors.toSet()));
    }

    /** Whether the person wrote, supported or replied to one of the topics: the people concerned by what came of them. */
    public boolean concern(Collection<String> ids, UUID person) {
        return jdbi.withHandle(h -> h.createQuery("""
                select exists (select from topic where id = any(:ids) and author_id = :person)
                    or exists (select from topic_support where (topic_id = any(:ids) or home_id = any(:ids)) and person_id = :person)
                    or exists (select from reply where (topic_id = any(:ids) or home_id = any(:ids)) and author_id = :person)
                """)
                .bind("ids", ids.toArray(String[]::new))
                .bind("person", person)
                .mapTo(Boolean.class)
                .one());
    }
}
