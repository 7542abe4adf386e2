package org.hehuo.programme;

import static org.hehuo.kernel.sql.Columns.texts;
import static org.hehuo.kernel.sql.Columns.word;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import org.hehuo.kernel.life.Audit;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.sql.Columns;
import org.jdbi.v3.core.Jdbi;

/** Keeps what staff often say, a list a step. */
@ApplicationScoped
public class ReasonTemplateService {
    final Jdbi jdbi;
    final Audit audit;

    ReasonTemplateService(Jdbi jdbi, Audit audit) {
        this.jdbi = jdbi;
        this.audit = audit;
    }

    List<ReasonTemplates> all() {
        return of(ReasonTemplates.OfStep.values());
    }

    private List<ReasonTemplates> of(ReasonTemplates.OfStep... steps) {
        return jdbi.withHandle(h -> h.createQuery("""
                select s.step, array(select text from reason_template r where r.step = s.step order by place) as texts
                from unnest(cast(:steps as text[])) with ordinality as s (step, at) order by s.at
                """)
                .bind("steps", Stream.of(steps).map(Columns::word).toArray(String[]::new))
                .map((rs, ctx) ->
                        new ReasonTemplates(word(rs, "step", ReasonTemplates.OfStep.class), texts(rs, "texts")))
                .list());
    }

    @Transactional
    ReasonTemplates put(ReasonTemplates.OfStep step, List<String> texts, Caller caller) {
        jdbi.useHandle(h -> {
            // Of two who write at once the second writes after the first.
            h.execute("lock table reason_template in share row exclusive mode");
            h.createUpdate("delete from reason_template where step = :step")
                    .bind("step", step)
                    .execute();
            h.createUpdate("""
                    insert into reason_template (step, place, text)
                    select :step, place, text from unnest(cast(:texts as text[])) with ordinality as t (text, place)
                    """)
                    .bind("step", step)
                    .bind("texts", texts.toArray(String[]::new))
                    .execute();
        });
        audit.record("reason_template.set", new Ref("reason_template", Columns.word(step)), caller);
        return of(step).getFirst();
    }
}
