package org.hehuo.calls;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.hehuo.notifications.Titled;
import org.jdbi.v3.core.Jdbi;

/** What other features ask of calls. */
@ApplicationScoped
public class Calls implements Titled {
    final Jdbi jdbi;

    Calls(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String kind() {
        return Call.KIND;
    }

    @Override
    public Map<String, String> titles(Collection<String> ids, Caller caller) {
        return jdbi.withHandle(h -> h.createQuery("""
                select id, title from call where id = any(:ids) and (state <> 'draft' or :drafts)
                """)
                .bind("ids", ids.toArray(String[]::new))
                .bind("drafts", caller.is(Role.ADMIN))
                .map((rs, ctx) -> Map.entry(rs.getString("id"), rs.getString("title")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /**
     * The call can be answered; it stays so until the transaction ends.
     *
     * @throws Problem {@code invalid} naming the field
     */
    public void requireOpen(String id, String field) {
        boolean open = jdbi.withHandle(
                h -> h.createQuery("select id from call where id = :id and state = 'published' for share")
                        .bind("id", id)
                        .mapTo(String.class)
                        .findOne()
                        .isPresent());
        if (!open) throw Problem.invalid(field, "not_found");
    }
}
