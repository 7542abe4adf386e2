package org.hehuo.kernel.life;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.uuidOrNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.sql.Columns;
import org.hehuo.kernel.text.Identified;
import org.hehuo.kernel.text.Words;
import org.hehuo.kernel.time.Time;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** What happened to things, step by step: who, in which role, when, why. Written once, never changed. */
@ApplicationScoped
public class Timeline {
    /** More steps than any life has; a page shows them all. */
    private static final int MOST = 500;

    private static final String STEP = """
            insert into timeline (page_id, area_code, is_public, subject_kind, subject_id, partner_id, at, recorded_at,
                action, from_state, to_state, actor_id, actor_role, actor_hidden, text, text_public)
            values (:page, :area, :public, :kind, :subject, :partner, :at, clock_timestamp(),
                :action, :from, :to, :actor, :role, :hidden, :text, :textPublic)
            """;

    final Jdbi jdbi;
    final Time time;
    final Names names;
    final Partners partners;
    final Audit audit;

    Timeline(Jdbi jdbi, Time time, Names names, Partners partners, Audit audit) {
        this.jdbi = jdbi;
        this.time = time;
        this.names = names;
        this.partners = partners;
        this.audit = audit;
    }

    /** The port to people's names. */
    public interface Names {
        Map<UUID, String> displayNames(Collection<? extends @Nullable UUID> people);
    }

    /** The port to partners' names. */
    public interface Partners {
        Map<String, Identified> refs(Collection<String> partnerIds);
    }

    private record Row(
            Instant at,
            String area,
            Ref subject,
            String action,
            @Nullable String from,
            String to,
            @Nullable UUID actor,
            @Nullable String role,
            boolean hidden,
            @Nullable String partner,
            boolean textPublic,
            @Nullable String text) {

        /** What anybody may read; else for who said it, the staff of the area and the partner's members. */
        @Nullable
        String textFor(Caller caller) {
            boolean insider = caller.isStaffOf(area) || (partner != null && caller.speaksFor(partner));
            return textPublic || insider || caller.isPerson(actor) ? text : null;
        }
    }

    public <S extends Enum<S>> void record(
            Living<S> thing, String verb, @Nullable S from, S to, Caller caller, @Nullable String text) {
        record(thing, verb, from, to, caller, text, true);
    }

    /** @param forAll whether whoever sees the step reads the text too */
    <S extends Enum<S>> void record(
            Living<S> thing,
            String verb,
            @Nullable S from,
            S to,
            Caller caller,
            @Nullable String text,
            boolean forAll) {
        jdbi.useHandle(h -> fill(h.createUpdate(STEP), thing, verb, from, to, caller, text, forAll)
                .execute());
        audit.step(thing, verb, caller, roleIn(thing, caller), isHidden(thing, caller));
    }

    /** The same step of many things at once; that the many were moved is for the caller to put on the audit list, once. */
    public <S extends Enum<S>> void record(
            Collection<? extends Living<S>> things, String verb, @Nullable S from, S to, Caller caller) {
        if (things.isEmpty()) return;
        jdbi.useHandle(h -> {
            var batch = h.prepareBatch(STEP);
            things.forEach(thing ->
                    fill(batch, thing, verb, from, to, caller, null, true).add());
            batch.execute();
        });
    }

    private <S extends Enum<S>, T extends SqlStatement<T>> T fill(
            T statement,
            Living<S> thing,
            String verb,
            @Nullable S from,
            S to,
            Caller caller,
            @Nullable String text,
            boolean forAll) {
        return statement
                .bind("page", thing.page().id())
                .bind("area", thing.areaCode())
                .bind("public", Lifecycle.isPublic(thing, from, to) || thing.isForItsReaders())
                .bind("kind", thing.ref().kind())
                .bind("subject", thing.ref().id())
                .bind("partner", thing.partner())
                .bind("at", time.instant())
                .bind("action", verb)
                .bind("from", from == null ? null : Columns.word(from))
                .bind("to", Columns.word(to))
                .bind("actor", caller.id())
                .bind("role", roleIn(thing, caller))
                .bind("hidden", isHidden(thing, caller))
                .bind("text", text)
                .bind("textPublic", forAll && (thing.isPublicIn(to) || thing.isForItsReaders()));
    }

    private static @Nullable String roleIn(Living<?> thing, Caller caller) {
        var role = caller.roleIn(thing.areaCode());
        return role == null ? null : role.realmRole();
    }

    private static boolean isHidden(Living<?> thing, Caller caller) {
        return caller.id() != null && thing.hides(caller.id());
    }

    /**
     * The steps told on these pages, in the order in which they happened: what was public when it happened; besides, one's
     * own steps, those of one's partners and those in one's areas.
     */
    public List<TimelineItem> of(Collection<String> pages, Caller caller) {
        var rows = jdbi.withHandle(h -> h.createQuery("""
                select at, area_code, subject_kind, subject_id, action, from_state, to_state, actor_id, actor_role,
                    actor_hidden, partner_id, text_public, text
                from timeline where page_id = any(:pages)
                    and (is_public or actor_id = :me or partner_id = any(:mine)
                        or exists (select from unnest(cast(:staffOf as text[])) a where area_code like a || '%'))
                order by at, id limit :most
                """)
                .bind("me", caller.id())
                .bind("staffOf", caller.areas().toArray(String[]::new))
                .bind("mine", caller.partners().toArray(String[]::new))
                .bind("pages", pages.toArray(String[]::new))
                .bind("most", MOST)
                .map((rs, ctx) -> new Row(
                        instant(rs, "at"),
                        rs.getString("area_code"),
                        new Ref(rs.getString("subject_kind"), rs.getString("subject_id")),
                        rs.getString("action"),
                        rs.getString("from_state"),
                        rs.getString("to_state"),
                        uuidOrNull(rs, "actor_id"),
                        rs.getString("actor_role"),
                        rs.getBoolean("actor_hidden"),
                        rs.getString("partner_id"),
                        rs.getBoolean("text_public"),
                        rs.getString("text")))
                .list());
        var known =
                names.displayNames(rows.stream().<@Nullable UUID>map(Row::actor).toList());
        var organisations = partners.refs(rows.stream()
                .map(Row::partner)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return rows.stream()
                .map(row -> new TimelineItem(
                        row.at,
                        row.subject,
                        row.action,
                        row.from,
                        row.to,
                        actor(row, known, caller),
                        row.partner == null ? null : organisations.get(row.partner),
                        row.textFor(caller)))
                .toList();
    }

    private static TimelineItem.Actor actor(Row row, Map<UUID, String> known, Caller caller) {
        String name = row.actor == null
                ? Words.say(caller.language(), "person.system")
                : row.hidden && !caller.isPerson(row.actor)
                        ? Words.say(caller.language(), "person.anonymous")
                        : known.getOrDefault(row.actor, "");
        return new TimelineItem.Actor(name, row.role);
    }
}
