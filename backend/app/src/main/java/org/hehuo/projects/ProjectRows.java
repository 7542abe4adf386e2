package org.hehuo.projects;

import static org.hehuo.kernel.sql.Columns.dateOrNull;
import static org.hehuo.kernel.sql.Columns.word;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.hehuo.areas.AreaCode;
import org.hehuo.kernel.sql.Columns;
import org.hehuo.kernel.time.Time;
import org.hehuo.partners.Kind;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Writes a project's own rows, and reads their editable part. */
@ApplicationScoped
class ProjectRows {
    final Jdbi jdbi;
    final ObjectMapper json;
    final Time time;

    ProjectRows(Jdbi jdbi, ObjectMapper json, Time time) {
        this.jdbi = jdbi;
        this.json = json;
        this.time = time;
    }

    String insert(ProjectChange texts, AreaCode area, UUID author) {
        return jdbi.withHandle(h -> texts(h.createQuery("""
                insert into project (id, state, title, summary, description, area_code, district, subdistrict, community,
                    compound, category, field, claim_mode, claim_policy, eligible_kinds, eligible_serving,
                    eligible_level, slots, begin_within_days, estimated_amount,
                    estimated_currency, due_date, participants, created_by, created_at, updated_at)
                values ('P-' || extract(year from cast(:now as timestamptz) at time zone 'UTC') || '-'
                        || padded(nextval('project_number'), 6),
                    'draft', :title, :summary, :description, :area, :district, :subdistrict, :community, :compound,
                    :category, :field, :mode, :policy, :kinds, :serving, :level, :slots, :days, :amount, :currency, :due,
                    cast(:participants as jsonb), :author, :now, :now)
                returning id
                """), texts)
                .bind("area", area.code())
                .bind("district", area.district())
                .bind("subdistrict", area.subdistrict())
                .bind("community", area.community())
                .bind("compound", area.compound())
                .bind("author", author)
                .mapTo(String.class)
                .one());
    }

    void update(String id, ProjectChange texts) {
        jdbi.useHandle(h -> texts(h.createUpdate("""
                update project set title = :title, summary = :summary, description = :description, category = :category,
                    field = :field, claim_mode = :mode, claim_policy = :policy, eligible_kinds = :kinds,
                    eligible_serving = :serving, eligible_level = :level, slots = :slots, begin_within_days = :days, estimated_amount = :amount,
                    estimated_currency = :currency,                    due_date = :due, participants = cast(:participants as jsonb), updated_at = :now, version = version + 1
                where id = :id
                """), texts).bind("id", id).execute());
        jdbi.useHandle(h -> h.createUpdate("delete from need where project_id = :id")
                .bind("id", id)
                .execute());
        needs(id, texts.needs());
    }

    private <S extends SqlStatement<S>> S texts(S statement, ProjectChange texts) {
        var cost = texts.estimatedCost();
        var eligibility = texts.eligibility();
        var kinds = eligibility == null ? List.<Kind>of() : eligibility.anyOf();
        return statement
                .bind("title", texts.title())
                .bind("summary", texts.summary())
                .bind("description", texts.description())
                .bind("category", texts.category())
                .bind("field", texts.field())
                .bind("mode", texts.claimMode())
                .bind("policy", texts.claimPolicy())
                .bind("kinds", Columns.words(kinds))
                .bind("serving", eligibility != null && eligibility.isForServing())
                .bind("level", eligibility == null ? null : eligibility.level())
                .bind("slots", texts.slots())
                .bind("days", texts.beginWithinDays())
                .bind("amount", cost == null ? null : cost.amount())
                .bind("currency", cost == null ? null : cost.currency())
                .bind("due", texts.dueDate())
                .bind("participants", write(texts.participants()))
                .bind("now", time.instant());
    }

    void needs(String id, List<NewNeed> needs) {
        if (needs.isEmpty()) return;
        jdbi.useHandle(h -> {
            var batch = h.prepareBatch("""
                    insert into need (project_id, position, kind, title, quantity, unit)
                    values (:project, :position, :kind, :title, :quantity, :unit)
                    """);
            int position = 0;
            for (var need : needs) {
                batch.bind("project", id)
                        .bind("position", position++)
                        .bind("kind", need.kind())
                        .bind("title", need.title())
                        .bind("quantity", need.quantity())
                        .bind("unit", need.unit())
                        .add();
            }
            batch.execute();
        });
    }

    void topics(String id, List<String> topics) {
        jdbi.useHandle(h -> h.createUpdate("""
                insert into project_topic (project_id, topic_id)
                select distinct :id, topic from unnest(cast(:topics as text[])) topic
                """)
                .bind("id", id)
                .bind("topics", topics.toArray(String[]::new))
                .execute());
    }

    ProjectChange editable(String id) {
        return jdbi.withHandle(h -> h.createQuery("select * from project where id = :id")
                .bind("id", id)
                .map((rs, ctx) -> new ProjectChange(
                        rs.getString("title"),
                        rs.getString("summary"),
                        rs.getString("description"),
                        rs.getString("category"),
                        rs.getString("field"),
                        word(rs, "claim_mode", ClaimMode.class),
                        word(rs, "claim_policy", ClaimPolicy.class),
                        Eligibility.read(rs),
                        rs.getInt("slots"),
                        needs(id).stream()
                                .map(n -> new NewNeed(n.kind(), n.title(), n.quantity(), n.unit()))
                                .toList(),
                        participants(rs),
                        cost(rs),
                        dateOrNull(rs, "due_date"),
                        rs.getInt("begin_within_days")))
                .one());
    }

    List<NeedView> needs(String id) {
        return jdbi.withHandle(h -> h.createQuery("select * from need where project_id = :id order by position")
                .bind("id", id)
                .map((rs, ctx) -> need(rs))
                .list());
    }

    static NeedView need(ResultSet rs) throws SQLException {
        return new NeedView(
                Columns.uuid(rs, "id"),
                word(rs, "kind", NeedKind.class),
                rs.getString("title"),
                rs.getBigDecimal("quantity"),
                rs.getString("unit"),
                rs.getBigDecimal("filled"));
    }

    List<Participant> participants(ResultSet rs) throws SQLException {
        return read(rs.getString("participants"), new TypeReference<>() {});
    }

    static @Nullable Money cost(ResultSet rs) throws SQLException {
        var amount = rs.getBigDecimal("estimated_amount");
        return amount == null ? null : new Money(amount, rs.getString("estimated_currency"));
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record must have a JSON form", e);
        }
    }

    <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds JSON of another form", e);
        }
    }
}
