package org.hehuo.delivery;

import static org.hehuo.kernel.sql.Columns.word;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.hehuo.kernel.security.Vault;
import org.hehuo.notifications.Kind;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The rows that say where and how somebody is told. */
@ApplicationScoped
class Settings {
    final Jdbi jdbi;
    final Vault vault;

    Settings(Jdbi jdbi, Vault vault) {
        this.jdbi = jdbi;
        this.vault = vault;
    }

    /** Where and how somebody is told. */
    record Row(@Nullable String email, boolean confirmed, Choices kinds, long version) {
        static final Row NONE = new Row(null, false, Choices.of(Map.of()), 0);

        /** Where news may go. */
        @Nullable
        String confirmedEmail() {
            return confirmed ? email : null;
        }

        /** Where its owner may be asked. */
        @Nullable
        String unconfirmedEmail() {
            return confirmed ? null : email;
        }
    }

    Row of(UUID person) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select email, confirmed, version from delivery_settings where person_id = :person")
                .bind("person", person)
                .map((rs, ctx) -> new Row(
                        rs.getBytes("email") == null ? null : vault.open(rs.getBytes("email")),
                        rs.getBoolean("confirmed"),
                        choices(person),
                        rs.getLong("version")))
                .findOne()
                .orElse(Row.NONE));
    }

    /** Nobody else changes them before this transaction ends. */
    Row hold(UUID person) {
        jdbi.useHandle(h -> h.createUpdate("""
                insert into delivery_settings (person_id) values (:person)
                on conflict (person_id) do update set person_id = excluded.person_id
                """).bind("person", person).execute());
        return of(person);
    }

    private Choices choices(UUID person) {
        var chosen = new EnumMap<Kind, Choice>(Kind.class);
        jdbi.useHandle(h -> h.createQuery("select kind, mail, sms from delivery_choice where person_id = :person")
                .bind("person", person)
                .map((rs, ctx) -> chosen.put(
                        word(rs, "kind", Kind.class),
                        new Choice(word(rs, "mail", Choice.Mail.class), rs.getBoolean("sms"))))
                .list());
        return Choices.of(chosen);
    }

    void write(UUID person, @Nullable String email, boolean confirmed, Choices kinds) {
        jdbi.useHandle(h -> {
            h.createUpdate("""
                    update delivery_settings set email = :email, confirmed = :confirmed, version = version + 1
                    where person_id = :person
                    """)
                    .bind("email", email == null ? null : vault.lock(email))
                    .bind("confirmed", confirmed)
                    .bind("person", person)
                    .execute();
            var batch = h.prepareBatch("""
                    insert into delivery_choice (person_id, kind, mail, sms) values (:person, :kind, :mail, :sms)
                    on conflict (person_id, kind) do update set mail = excluded.mail, sms = excluded.sms
                    """);
            for (var kind : Kind.values()) {
                var choice = kinds.of(kind);
                batch.bind("person", person)
                        .bind("kind", kind)
                        .bind("mail", choice.mail())
                        .bind("sms", choice.sms())
                        .add();
            }
            batch.execute();
        });
    }

    void confirm(UUID person) {
        jdbi.useHandle(h -> h.createUpdate("""
                update delivery_settings set confirmed = true, version = version + 1
                where person_id = :person and not confirmed
                """).bind("person", person).execute());
    }

    void stopMail(UUID person) {
        jdbi.useHandle(h -> {
            h.createUpdate("update delivery_choice set mail = 'off' where person_id = :person")
                    .bind("person", person)
                    .execute();
            h.createUpdate("update delivery_settings set version = version + 1 where person_id = :person")
                    .bind("person", person)
                    .execute();
        });
    }
}
