package org.hehuo.projects;

import static org.hehuo.kernel.sql.Columns.dateOrNull;
import static org.hehuo.kernel.sql.Columns.word;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.sql.Columns;
import org.hehuo.notifications.Titled;
import org.hehuo.search.Searchable;
import org.hehuo.search.Suggestion;
import org.hehuo.topics.TopicLinks;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What other features ask of projects, and how claims take and free their slots. */
@ApplicationScoped
public class Projects implements Titled, TopicLinks, Searchable {
    final Jdbi jdbi;
    final ProjectStore store;
    final Undertakings undertakings;
    final Needs needs;
    final Lifecycle lifecycle;

    Projects(Jdbi jdbi, ProjectStore store, Undertakings undertakings, Needs needs, Lifecycle lifecycle) {
        this.jdbi = jdbi;
        this.store = store;
        this.undertakings = undertakings;
        this.needs = needs;
        this.lifecycle = lifecycle;
    }

    /** A project as a claim shows it. */
    @Schema(name = "ProjectRef")
    public record Reference(
            @Schema(required = true) String id,
            @Schema(required = true) String title,
            @Schema(required = true) ProjectState state,
            @Schema(required = true) ClaimMode claimMode,
            @Nullable LocalDate dueDate) {}

    /** What a claim needs to know of its project. */
    public record Facts(
            String id,
            ProjectState state,
            String areaCode,
            ClaimMode mode,
            ClaimPolicy policy,
            @Nullable Eligibility eligibility,
            int beginWithinDays,
            int waiting,
            List<String> topics) {

        /** Something is free, though somebody waits: a round held them back, or it did not suffice. */
        public boolean isFreeWithALine() {
            return state == ProjectState.OPEN && waiting > 0;
        }

        public boolean isShared() {
            return mode == ClaimMode.SHARED;
        }
    }

    /** @throws Problem {@code not_found} for what the caller may not see */
    public Facts facts(String id, Caller caller) {
        return facts(store.find(id, caller));
    }

    /** The same, holding the project's row until the transaction ends: always before any row of its claims. */
    @Transactional(TxType.MANDATORY)
    public Facts lock(String id) {
        return facts(store.lock(id, Caller.CLOCK));
    }

    private static Facts facts(Project p) {
        return new Facts(
                p.id(),
                p.state(),
                p.areaCode(),
                p.mode(),
                p.policy(),
                p.eligibility(),
                p.beginWithinDays(),
                p.waiting(),
                p.topics());
    }

    /** A refusal that says in which state the project is and what this caller may do with it now. */
    public Problem refusal(ApiError error, String id, Caller caller) {
        return ProjectAction.refusal(error, store.find(id, caller), caller);
    }

    /**
     * Takes one slot, if one is free, in one conditional write; returns whether it was. It is not if the terms have been
     * changed since the project was read.
     */
    @Transactional(TxType.MANDATORY)
    public boolean takeSlot(Facts project) {
        return jdbi.withHandle(h -> h.createUpdate("""
                update project set held = held + 1
                where id = :id and state = 'open' and held < slots and claim_mode = :mode and claim_policy = :policy
                """)
                        .bind("id", project.id)
                        .bind("mode", project.mode)
                        .bind("policy", project.policy)
                        .execute())
                == 1;
    }

    /** The next in line takes a slot, if one is free. */
    @Transactional(TxType.MANDATORY)
    public boolean takeSlotFromLine(String id) {
        return execute("update project set held = held + 1, waiting = waiting - 1 where id = :id and held < slots", id)
                == 1;
    }

    /** The slot was not for them: they wait on. */
    @Transactional(TxType.MANDATORY)
    public void stepBackInLine(String id) {
        execute("update project set held = held - 1, waiting = waiting + 1 where id = :id", id);
    }

    @Transactional(TxType.MANDATORY)
    public void giveSlotBack(String id) {
        execute("update project set held = held - 1 where id = :id", id);
    }

    /**
     * Slots were taken or given back: with the last one, or with nothing left to take on, the project is claimed, else open.
     *
     * @return whether it was open and is claimed now
     */
    @Transactional(TxType.MANDATORY)
    public boolean settle(String id) {
        var project = store.lock(id, Caller.CLOCK);
        boolean shared = project.mode() == ClaimMode.SHARED;
        boolean full = project.held() == project.slots() || (shared && needs.nothingIsLeft(id));
        boolean open = project.state() == ProjectState.OPEN;
        if (open && !full) return false;
        if (!shared) needs.fillWhole(id, full);
        var otherwise = full ? ProjectAction.PASS_ON : ProjectAction.RELEASE;
        lifecycle.apply(project, open ? ProjectAction.FILL : otherwise, Caller.CLOCK, null, project.eventData());
        return open;
    }

    /** Takes a place in the waiting list, if the project is full and the list is not. */
    @Transactional(TxType.MANDATORY)
    public boolean takePlaceInLine(String id) {
        return execute("""
                update project set waiting = waiting + 1
                where id = :id and state in ('claimed', 'in_progress') and waiting < 10
                """, id) == 1;
    }

    @Transactional(TxType.MANDATORY)
    public void leaveLine(String id) {
        execute("update project set waiting = waiting - 1 where id = :id", id);
    }

    private int execute(String sql, String id) {
        return jdbi.withHandle(h -> h.createUpdate(sql).bind("id", id).execute());
    }

    /** References for all rows of a list at once. */
    public Map<String, Reference> refs(Collection<String> ids) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select id, title, state, claim_mode, due_date from project where id = any(:ids)")
                .bind("ids", ids.toArray(String[]::new))
                .map((rs, ctx) -> new Reference(
                        rs.getString("id"),
                        rs.getString("title"),
                        word(rs, "state", ProjectState.class),
                        word(rs, "claim_mode", ClaimMode.class),
                        dateOrNull(rs, "due_date")))
                .collect(Collectors.toMap(Reference::id, ref -> ref)));
    }

    @Override
    public String kind() {
        return Project.KIND;
    }

    @Override
    public Map<String, String> titles(Collection<String> ids, Caller caller) {
        return jdbi.withHandle(h -> h.createQuery("""
                select id, title from project p where id = any(:ids) and (published_at is not null
                    or exists (select from unnest(cast(:areas as text[])) a where p.area_code like a || '%'))
                """)
                .bind("ids", ids.toArray(String[]::new))
                .bind("areas", caller.areas().toArray(String[]::new))
                .map((rs, ctx) -> Map.entry(rs.getString("id"), rs.getString("title")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public List<Suggestion> suggest(String words, int most, Caller caller) {
        return ProjectListQueries.FOUND.titled(jdbi, Project.KIND, "p.published_at is not null", words, most);
    }

    @Override
    public List<Link> projectsOf(String topicId, Caller caller) {
        var ids = jdbi.withHandle(h -> h.createQuery("select project_id from project_topic where topic_id = :topic")
                .bind("topic", topicId)
                .mapTo(String.class)
                .collect(Collectors.toSet()));
        if (ids.isEmpty()) return List.of();
        Set<String> visible = titles(ids, caller).keySet();
        return refs(visible).values().stream()
                .map(p -> new Link(p.id(), p.title(), Columns.word(p.state())))
                .sorted(Comparator.comparing(Link::id))
                .toList();
    }

    @Override
    public Set<String> carriedBy(Set<String> partners) {
        var projects = undertakings.carriedBy(partners);
        if (projects.isEmpty()) return Set.of();
        return jdbi.withHandle(
                h -> h.createQuery("select topic_id from project_topic where project_id = any(:projects)")
                        .bind("projects", projects.toArray(String[]::new))
                        .mapTo(String.class)
                        .collect(Collectors.toSet()));
    }
}
