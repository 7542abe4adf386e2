package org.hehuo.partners;

import static org.hehuo.kernel.sql.Columns.texts;
import static org.hehuo.kernel.sql.Columns.word;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hehuo.kernel.life.Timeline;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Vault;
import org.hehuo.kernel.sql.Constraints;
import org.hehuo.kernel.time.Time;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** The entries of the directory, many at a time. */
@ApplicationScoped
public class PartnerDirectory implements Constraints {
    private static final String ENTRIES = """
            select p.*, array(select area_code from partner_area where partner_id = p.id order by area_code) as areas,
                array(select field from partner_field where partner_id = p.id order by field) as fields
            from partner p
            """;

    final Jdbi jdbi;
    final PartnerTerm term;
    final Timeline timeline;
    final Outbox outbox;
    final Vault vault;
    final Time time;

    PartnerDirectory(Jdbi jdbi, PartnerTerm term, Timeline timeline, Outbox outbox, Vault vault, Time time) {
        this.jdbi = jdbi;
        this.term = term;
        this.timeline = timeline;
        this.outbox = outbox;
        this.vault = vault;
        this.time = time;
    }

    /** An entry that is there already. */
    public record Known(String id, long version, PartnerEntry entry) {}

    /** Those that have one of these credit codes or names and have not left. */
    public List<Known> known(Collection<String> creditCodes, Collection<String> names) {
        return jdbi.withHandle(h -> h.createQuery(ENTRIES + """
                where p.state <> 'left' and (p.credit_code = any(:codes) or lower(p.name) = any(:names))
                """)
                .bind("codes", creditCodes.toArray(String[]::new))
                .bind(
                        "names",
                        names.stream().map(n -> n.toLowerCase(Locale.ROOT)).toArray(String[]::new))
                .map((rs, ctx) -> new Known(rs.getString("id"), rs.getLong("version"), entry(rs)))
                .list());
    }

    PartnerEntry entry(String id) {
        return jdbi.withHandle(h -> h.createQuery(ENTRIES + "where p.id = :id")
                .bind("id", id)
                .map((rs, ctx) -> entry(rs))
                .one());
    }

    private PartnerEntry entry(ResultSet rs) throws SQLException {
        byte[] contact = rs.getBytes("contact");
        return new PartnerEntry(
                rs.getString("name"),
                word(rs, "kind", Kind.class),
                rs.getString("credit_code"),
                rs.getString("intro"),
                texts(rs, "areas"),
                texts(rs, "fields"),
                rs.getString("contact_phone"),
                contact == null ? null : Contact.open(vault, contact),
                rs.getObject("joined_on", LocalDate.class));
    }

    /** @return their ids, in the same order */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<String> admit(List<PartnerEntry> entries, Caller caller) {
        if (entries.isEmpty()) return List.of();
        var ids = jdbi.withHandle(h -> {
            var batch = h.prepareBatch("""
                    insert into partner (id, name, kind, credit_code, state, intro, contact_phone, contact, joined_on,
                        term_ends_on, created_at, updated_at)
                    values ('HH-' || padded(nextval('partner_number'), 4), :name, :kind, :code, 'active', :intro,
                        :phone, :contact, :joined, :termEnds, :now, :now)
                    """);
            for (var entry : entries) {
                fill(batch, entry).bind("termEnds", term.endOf(entry.joinedOn()));
                batch.add();
            }
            return batch.executePreparedBatch("id").mapTo(String.class).list();
        });
        var reach = new ArrayList<Reach>();
        for (int i = 0; i < ids.size(); i++) {
            reach.add(new Reach(ids.get(i), entries.get(i), entries.get(i).joinedOn()));
        }
        reach(reach);
        var made = new ArrayList<Partner>();
        for (int i = 0; i < ids.size(); i++) {
            String area = entries.get(i).areaCodes().getFirst();
            var end = term.endOf(entries.get(i).joinedOn());
            made.add(new Partner(ids.get(i), PartnerState.ACTIVE, area, end, List.of(), 0));
        }
        timeline.record(made, "create", null, PartnerState.ACTIVE, caller);
        outbox.emitPrivately("partner.created", made, caller);
        return ids;
    }

    /** Writes over what stands there; a community that it serves already keeps its day. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void amend(String id, PartnerEntry entry, Caller caller) {
        jdbi.useHandle(h -> fill(h.createUpdate("""
                update partner set initials = case when name = :name then initials end, name = :name, kind = :kind,
                    credit_code = :code, intro = :intro, contact_phone = :phone, contact = :contact, joined_on = :joined,
                    updated_at = :now, version = version + 1
                where id = :id
                """), entry).bind("id", id).execute());
        jdbi.useHandle(h -> {
            h.createUpdate("delete from partner_area where partner_id = :id and area_code <> all(:kept)")
                    .bind("id", id)
                    .bind("kept", entry.areaCodes().toArray(String[]::new))
                    .execute();
            h.createUpdate("delete from partner_field where partner_id = :id and field <> all(:kept)")
                    .bind("id", id)
                    .bind("kept", entry.fieldCodes().toArray(String[]::new))
                    .execute();
        });
        reach(List.of(new Reach(id, entry, term.today())));
        var partner =
                jdbi.withHandle(h -> h.createQuery("select " + Partner.COLUMNS + " from partner p where p.id = :id")
                        .bind("id", id)
                        .map((rs, ctx) -> Partner.read(rs))
                        .one());
        timeline.record(partner, "edit", partner.state(), partner.state(), caller, null);
    }

    /** Takes entries away again as if they had never been; the database refuses where anything stands on one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void expel(Collection<String> ids) {
        String[] gone = ids.toArray(String[]::new);
        jdbi.useHandle(h -> {
            h.createUpdate("delete from partner_area where partner_id = any(:ids)")
                    .bind("ids", gone)
                    .execute();
            h.createUpdate("delete from partner_field where partner_id = any(:ids)")
                    .bind("ids", gone)
                    .execute();
            h.createUpdate("delete from partner where id = any(:ids)")
                    .bind("ids", gone)
                    .execute();
        });
    }

    private record Reach(String id, PartnerEntry entry, LocalDate joinedOn) {}

    private void reach(List<Reach> all) {
        jdbi.useHandle(h -> {
            var areas = h.prepareBatch("""
                    insert into partner_area (partner_id, area_code, joined_on) values (:id, :code, :joined)
                    on conflict do nothing
                    """);
            var fields = h.prepareBatch("""
                    insert into partner_field (partner_id, field) select distinct :id, f from unnest(cast(:fields as text[])) f
                    on conflict do nothing
                    """);
            for (var one : all) {
                for (String code : one.entry.areaCodes()) {
                    areas.bind("id", one.id)
                            .bind("code", code)
                            .bind("joined", one.joinedOn)
                            .add();
                }
                if (!one.entry.fieldCodes().isEmpty()) {
                    fields.bind("id", one.id)
                            .bind("fields", one.entry.fieldCodes().toArray(String[]::new))
                            .add();
                }
            }
            areas.execute();
            if (fields.size() > 0) fields.execute();
        });
    }

    private <T extends SqlStatement<T>> T fill(T statement, PartnerEntry entry) {
        return statement
                .bind("name", entry.name())
                .bind("kind", entry.kind())
                .bind("code", entry.creditCode())
                .bind("intro", entry.intro())
                .bind("phone", entry.contactPhone())
                .bind(
                        "contact",
                        entry.contact() == null ? null : entry.contact().lock(vault))
                .bind("joined", entry.joinedOn())
                .bind("now", time.instant());
    }

    @Override
    public Map<String, ApiError> meanings() {
        return Map.of(
                "partner_name_once", ApiError.PARTNER_NAME_TAKEN,
                "partner_code_once", ApiError.PARTNER_CODE_TAKEN);
    }
}
