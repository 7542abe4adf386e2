package org.hehuo.calls;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hehuo.kernel.http.Shareable;
import org.hehuo.kernel.text.Markdown;
import org.hehuo.media.PhotoView;
import org.hehuo.media.Photos;
import org.jdbi.v3.core.Jdbi;

/** What the link to a call shows: its title, how it begins, its cover. */
@ApplicationScoped
class CallShare implements Shareable {
    private static final int LONGEST = 120;

    final Jdbi jdbi;
    final Photos photos;

    CallShare(Jdbi jdbi, Photos photos) {
        this.jdbi = jdbi;
        this.photos = photos;
    }

    @Override
    public String room() {
        return "calls";
    }

    @Override
    public Optional<Head> head(String id) {
        return jdbi.withHandle(h -> h.createQuery("select title, body from call where id = :id and state <> 'draft'")
                .bind("id", id)
                .map((rs, ctx) -> new Head(
                        rs.getString("title"),
                        beginning(rs.getString("body")),
                        photos.of(Call.KIND, id, Photos.Place.SHOWN).stream()
                                .findFirst()
                                .map(PhotoView::mediumUrl)
                                .orElse(null)))
                .findOne());
    }

    /** In plain words, without the marks of Markdown. */
    private static String beginning(String body) {
        String plain = Markdown.plain(body);
        int[] letters = plain.codePoints().limit(LONGEST).toArray();
        return new String(letters, 0, letters.length);
    }
}
