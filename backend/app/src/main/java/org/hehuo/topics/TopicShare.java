package org.hehuo.topics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hehuo.kernel.http.Shareable;
import org.hehuo.media.PhotoView;
import org.hehuo.media.Photos;
import org.jdbi.v3.core.Jdbi;

/** What the link to a topic shows. */
@ApplicationScoped
class TopicShare implements Shareable {
    final Jdbi jdbi;
    final Photos photos;

    TopicShare(Jdbi jdbi, Photos photos) {
        this.jdbi = jdbi;
        this.photos = photos;
    }

    @Override
    public String room() {
        return "topics";
    }

    @Override
    public Optional<Head> head(String id) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select title, body from topic where id = :id and visibility = 'public'")
                .bind("id", id)
                .map((rs, ctx) -> new Head(
                        rs.getString("title"),
                        rs.getString("body"),
                        photos.of(Topic.KIND, id, Photos.Place.SHOWN).stream()
                                .findFirst()
                                .map(PhotoView::mediumUrl)
                                .orElse(null)))
                .findOne());
    }
}
