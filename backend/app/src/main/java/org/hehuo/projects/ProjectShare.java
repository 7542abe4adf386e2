package org.hehuo.projects;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hehuo.kernel.http.Shareable;
import org.hehuo.media.PhotoView;
import org.hehuo.media.Photos;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What the link to a project shows: the result's picture, once it was accepted. */
@ApplicationScoped
class ProjectShare implements Shareable {
    final Jdbi jdbi;
    final Photos photos;

    ProjectShare(Jdbi jdbi, Photos photos) {
        this.jdbi = jdbi;
        this.photos = photos;
    }

    @Override
    public String room() {
        return "projects";
    }

    @Override
    public Optional<Head> head(String id) {
        return jdbi.withHandle(h -> h.createQuery("""
                select title, summary, completed_at is not null as completed from project
                where id = :id and published_at is not null
                """)
                .bind("id", id)
                .map((rs, ctx) -> new Head(
                        rs.getString("title"),
                        rs.getString("summary"),
                        rs.getBoolean("completed") ? picture(id) : null))
                .findOne());
    }

    private @Nullable String picture(String id) {
        return photos.of(Outcomes.KIND, id, Photos.Place.AFTER).stream()
                .findFirst()
                .map(PhotoView::mediumUrl)
                .orElse(null);
    }
}
