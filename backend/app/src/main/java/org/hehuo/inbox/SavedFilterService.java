package org.hehuo.inbox;

import static org.hehuo.kernel.sql.Columns.uuid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.sql.Constraints;
import org.jdbi.v3.core.Jdbi;

/** Keeps each person's own filters; nobody else has any use for them. */
@ApplicationScoped
public class SavedFilterService implements Constraints {
    private static final String SHOWN = "id, name, query";

    final Jdbi jdbi;

    SavedFilterService(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Two of one person's at the same moment: the second may be sent again. */
    @Override
    public Map<String, ApiError> meanings() {
        return Map.of("saved_filter_place", ApiError.CONFLICT, "saved_filter_name", ApiError.CONFLICT);
    }

    List<SavedFilter> of(Caller caller) {
        return jdbi.withHandle(
                h -> h.createQuery("select " + SHOWN + " from saved_filter where person_id = :me order by place")
                        .bind("me", caller.personId())
                        .map((rs, ctx) -> read(rs))
                        .list());
    }

    /** Under a name that is there already it takes its place. */
    @Transactional
    SavedFilter save(SavedFilter.New filter, Caller caller) {
        return written("update saved_filter set query = :query where person_id = :me and name = :name", filter, caller)
                .or(() -> written("""
                        insert into saved_filter (person_id, place, name, query)
                        select :me, place, :name, :query from generate_series(1, 20) place
                        where place not in (select place from saved_filter where person_id = :me)
                        order by place limit 1
                        """, filter, caller))
                .orElseThrow(() -> Problem.of(ApiError.SAVED_FILTERS_FULL));
    }

    private Optional<SavedFilter> written(String statement, SavedFilter.New filter, Caller caller) {
        return jdbi.withHandle(h -> h.createQuery(statement + " returning " + SHOWN)
                .bind("me", caller.personId())
                .bind("name", filter.name())
                .bind("query", filter.query())
                .map((rs, ctx) -> read(rs))
                .findOne());
    }

    @Transactional
    void forget(UUID id, Caller caller) {
        int gone = jdbi.withHandle(h -> h.createUpdate("delete from saved_filter where id = :id and person_id = :me")
                .bind("id", id)
                .bind("me", caller.personId())
                .execute());
        if (gone == 0) throw Problem.of(ApiError.NOT_FOUND);
    }

    private static SavedFilter read(ResultSet rs) throws SQLException {
        return new SavedFilter(uuid(rs, "id"), rs.getString("name"), rs.getString("query"));
    }
}
