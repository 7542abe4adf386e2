package org.hehuo.kernel.security;

import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hehuo.RealTest;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A key can be thrown away once nothing is locked with it, and the product sees to that. */
@RealTest
class RelockingTest {
    private static final String NEW = "k2:ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";

    @Inject
    Jdbi jdbi;

    @Inject
    @ConfigProperty(name = "hehuo.contact-keys")
    String keys;

    @Test
    void whatIsLockedIsOfTheTypeThatSaysSo() {
        assertEquals(
                List.of("join_link.secret"),
                jdbi.withHandle(h -> h.createQuery("""
                        select table_name || '.' || column_name from information_schema.columns
                        where udt_name = 'bytea' and domain_name is null and table_schema = current_schema()
                        """).mapTo(String.class).list()));
    }

    @Test
    void theNewestKeyLocksWhatOlderOnesLocked() {
        var caller = Map.of("name", "王奶奶", "phone", "13900000001");
        as("staff1")
                .post("/topics", Map.of("title", "灯坏了", "body", "黑", "areaCode", "370203019001", "onBehalfOf", caller))
                .then()
                .statusCode(201);
        QuarkusTransaction.begin();
        try {
            var vault = new Vault(NEW + "," + keys);
            var relocking = new Relocking(jdbi, vault);
            int done = 0;
            for (int batch = 1; batch > 0; done += batch) batch = relocking.tidy(Instant.EPOCH);
            assertTrue(done > 0);
            assertEquals(
                    List.of("k2"),
                    jdbi.withHandle(h -> h.createQuery(theOperators())
                            .map((rs, ctx) -> rs.getString("key"))
                            .list()));
            assertTrue(contacts(new Vault(NEW)).contains("王奶奶\n13900000001"));
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private List<String> contacts(Vault vault) {
        return jdbi.withHandle(h -> h.createQuery("select contact from topic_caller")
                .map((rs, ctx) -> vault.open(rs.getBytes("contact")))
                .list());
    }

    @Test
    void withOneKeyNothingIsLookedAt() {
        assertEquals(0, new Relocking(jdbi, new Vault(keys)).tidy(Instant.EPOCH));
    }

    /** What operators are told to ask before they throw a key away asks of every column. */
    @Test
    void operatorsAskOfEveryColumn() {
        String asked = theOperators();
        for (var column : jdbi.withHandle(Relocking::columns)) {
            String one = "select " + column.name() + " from " + column.table() + "\\b";
            assertTrue(Pattern.compile(one).matcher(asked).find(), one);
        }
    }

    private static String theOperators() {
        try {
            String guide = Files.readString(Path.of("../../docs/operators.md"));
            var block = Pattern.compile("Which keys still lock something.*?```sql\n(.*?);\n```", Pattern.DOTALL)
                    .matcher(guide);
            assertTrue(block.find());
            return block.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
