package org.hehuo.kernel.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The port to things whose screens are passed on by link: what the link shows before anybody opens it. */
public interface Shareable {

    /** The first part of the addresses of its screens: {@code topics}. */
    String room();

    /** What everybody may see of the thing; empty for what is not public. */
    Optional<Head> head(String id);

    /**
     * The head of a page.
     *
     * @param image a path of ours
     */
    record Head(String title, String description, @Nullable String image) {}
}
