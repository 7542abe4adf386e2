package org.hehuo.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.hehuo.kernel.sql.Remembered;
import org.jdbi.v3.core.Jdbi;

/** For how long an account is new here, and how much it may post a day meanwhile. */
@ApplicationScoped
public class Newness {
    private final Remembered<Limit> limit;

    Newness(Jdbi jdbi) {
        limit = new Remembered<>(Duration.ofSeconds(10), () -> read(jdbi));
    }

    /** @param days nought: nobody is new */
    public record Limit(int days, int posts) {}

    public Limit get() {
        return limit.get();
    }

    /** After the commit of a change. */
    void forget() {
        limit.forget();
    }

    private static Limit read(Jdbi jdbi) {
        return jdbi.withHandle(h -> h.createQuery("select newcomer_days, newcomer_posts from programme")
                .map((rs, ctx) -> new Limit(rs.getInt("newcomer_days"), rs.getInt("newcomer_posts")))
                .one());
    }
}
