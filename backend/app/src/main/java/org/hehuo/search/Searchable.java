package org.hehuo.search;

import java.util.List;
import org.hehuo.kernel.security.Caller;

/** The port to what can be found by its title while it is typed; a feature with such things implements it. */
public interface Searchable {

    /** Things whose title has the words and that the caller may see, the newest first. */
    List<Suggestion> suggest(String words, int most, Caller caller);
}
