package org.hehuo.people;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.texts;
import static org.hehuo.kernel.sql.Columns.uuid;
import static org.hehuo.kernel.sql.Columns.wordOrNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.hehuo.areas.Areas;
import org.hehuo.kernel.life.Audit;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.hehuo.kernel.security.Vault;
import org.hehuo.kernel.text.Coded;
import org.hehuo.kernel.time.Time;
import org.hehuo.people.Memberships.Place;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Links by which somebody takes a place in a partner or becomes staff: for one person, once, for a week, until they are
 * revoked. All of it is asked when the link is used, not only when it is made.
 */
@ApplicationScoped
public class JoinLinks {
    private static final Duration GOOD_FOR = Duration.ofDays(7);
    private static final int SECRET = 24;
    private static final int MOST_TRIES = 5;
    private static final Sort NEWEST = Sort.descending("l.created_at", "timestamptz");
    private static final Sort ID = Sort.descending("l.id", "uuid");

    final Jdbi jdbi;
    final Select.Pages pages;
    final Areas areas;
    final Memberships memberships;
    final PeopleService people;
    final JoinTries tries;
    final Vault vault;
    final Audit audit;
    final Time time;
    final SecureRandom random = new SecureRandom();

    JoinLinks(
            Jdbi jdbi,
            Select.Pages pages,
            Areas areas,
            Memberships memberships,
            PeopleService people,
            JoinTries tries,
            Vault vault,
            Audit audit,
            Time time) {
        this.jdbi = jdbi;
        this.pages = pages;
        this.areas = areas;
        this.memberships = memberships;
        this.people = people;
        this.tries = tries;
        this.vault = vault;
        this.audit = audit;
        this.time = time;
    }

    /** For a partner, or else for staff. */
    public Page<JoinLinkView> page(@Nullable String partner, int pageSize, @Nullable String cursor) {
        var list = Select.of(
                        "l.*, " + People.nameOf("l.created_by") + " as by_name, " + People.nameOf("l.accepted_by")
                                + " as taken_by",
                        "from join_link l")
                .when(partner == null, "l.partner_id is null")
                .where("l.partner_id = :partner", "partner", partner);
        return pages.page(list, NEWEST, ID, pageSize, cursor, (rs, ctx) -> view(rs));
    }

    /** @return the secret that the link carries, told this once */
    public String forPartner(String partner, Place place, @Nullable String phone, Caller caller) {
        String secret = make(partner, place, List.of(), phone, caller);
        audit.record("partner.invite", new Ref("partner", partner), caller);
        return secret;
    }

    /** @return the secret that the link carries, told this once */
    @Transactional
    public String forStaff(List<String> areaCodes, @Nullable String phone, Caller caller) {
        areaCodes.forEach(code -> areas.require(code, "areaCodes"));
        String secret = make(null, null, areaCodes.stream().distinct().toList(), phone, caller);
        areaCodes.forEach(code -> audit.record("area.invite", new Ref("area", code), caller));
        return secret;
    }

    private String make(
            @Nullable String partner,
            @Nullable Place place,
            List<String> areaCodes,
            @Nullable String phone,
            Caller by) {
        byte[] bytes = new byte[SECRET];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbi.useHandle(h -> h.createUpdate("""
                insert into join_link (secret, partner_id, role, areas, phone, created_by, by_owner, created_at, expires_at)
                values (:secret, :partner, :role, :areas, :phone, :me, :byOwner, :now, :until)
                """)
                .bind("secret", hashed(secret))
                .bind("partner", partner)
                .bind("role", place)
                .bind("areas", areaCodes.toArray(String[]::new))
                .bind("phone", phone == null ? null : vault.lock(plain(phone)))
                .bind("me", by.personId())
                .bind("byOwner", partner != null && !by.is(Role.ADMIN))
                .bind("now", time.instant())
                .bind("until", time.instant().plus(GOOD_FOR))
                .execute());
        return secret;
    }

    @Transactional
    void revokeForStaff(UUID id, Caller caller) {
        revoke(null, id, caller);
    }

    /** One that was not used yet is good for nothing any more. */
    public void revoke(@Nullable String partner, UUID id, Caller caller) {
        int revoked = jdbi.withHandle(h -> h.createUpdate("""
                update join_link set revoked_at = coalesce(revoked_at, :now)
                where id = :id and partner_id is not distinct from :partner and accepted_at is null
                """)
                .bind("now", time.instant())
                .bind("id", id)
                .bind("partner", partner)
                .execute());
        if (revoked == 0) throw Problem.of(ApiError.NOT_FOUND);
        audit.record("join_link.revoke", new Ref("join_link", id.toString()), caller);
    }

    private record Taken(@Nullable Place place, List<String> areas) {}

    /** Takes the place in a partner. */
    public void acceptForPartner(String partner, String area, String secret, @Nullable String phone, Caller caller) {
        var taken = take(partner, secret, phone, caller);
        var place = taken.place == null ? Place.MEMBER : taken.place;
        memberships.grant(caller.personId(), partner, place, area, caller, "secret");
    }

    /** Takes the place as staff, besides those that one has. */
    @Transactional
    public void acceptForStaff(String secret, @Nullable String phone, Caller caller) {
        people.addAreas(caller.personId(), take(null, secret, phone, caller).areas, caller);
    }

    /** One statement takes it: whoever comes second finds nothing. */
    private Taken take(@Nullable String partner, String secret, @Nullable String phone, Caller caller) {
        checkPhone(secret, phone);
        return jdbi.withHandle(h -> h.createQuery("""
                update join_link l set accepted_by = :me, accepted_at = :now
                where l.secret = :secret and l.partner_id is not distinct from :partner and l.accepted_at is null
                    and l.revoked_at is null and l.expires_at > :now
                    and (not l.by_owner or exists (select from membership m
                        where m.person_id = l.created_by and m.partner_id = l.partner_id and m.role = 'owner'))
                returning l.role, l.areas
                """)
                .bind("me", caller.personId())
                .bind("now", time.instant())
                .bind("secret", hashed(secret))
                .bind("partner", partner)
                .map((rs, ctx) -> new Taken(wordOrNull(rs, "role", Place.class), texts(rs, "areas")))
                .findOne()
                .orElseThrow(() -> Problem.of(ApiError.JOIN_LINK_SPENT)));
    }

    /** Whoever found a link cannot try numbers for ever. */
    private void checkPhone(String secret, @Nullable String phone) {
        var wanted = jdbi.withHandle(h -> h.createQuery("""
                select phone from join_link
                where secret = :secret and phone is not null and accepted_at is null and revoked_at is null
                """)
                .bind("secret", hashed(secret))
                .map((rs, ctx) -> vault.open(rs.getBytes("phone")))
                .findOne());
        if (wanted.isEmpty()) return;
        if (phone == null) throw Problem.invalid("phone", "required");
        if (!tries.isOneMore(hashed(secret), MOST_TRIES)) throw Problem.of(ApiError.JOIN_LINK_SPENT);
        if (!wanted.get().equals(plain(phone))) throw Problem.invalid("phone", "not_invited");
    }

    private JoinLinkView view(ResultSet rs) throws SQLException {
        byte[] phone = rs.getBytes("phone");
        var state = rs.getObject("accepted_at") != null
                ? JoinLinkView.State.ACCEPTED
                : rs.getObject("revoked_at") != null || rs.getInt("tries") >= MOST_TRIES
                        ? JoinLinkView.State.REVOKED
                        : instant(rs, "expires_at").isAfter(time.instant())
                                ? JoinLinkView.State.OPEN
                                : JoinLinkView.State.EXPIRED;
        return new JoinLinkView(
                uuid(rs, "id"),
                state,
                wordOrNull(rs, "role", Place.class),
                texts(rs, "areas").stream()
                        .map(code -> new Coded(code, areas.ref(code).name()))
                        .toList(),
                phone == null ? null : PeopleQueries.masked(vault.open(phone)),
                rs.getString("by_name"),
                rs.getString("taken_by"),
                instant(rs, "created_at"),
                instant(rs, "expires_at"),
                state == JoinLinkView.State.OPEN ? List.of("revoke") : List.of());
    }

    private static String plain(String phone) {
        return phone.replaceAll("[ -]", "");
    }

    private static byte[] hashed(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
