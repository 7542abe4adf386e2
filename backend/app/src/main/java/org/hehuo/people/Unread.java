package org.hehuo.people;

import java.util.UUID;

/** The port to how many notifications a person has not read. */
public interface Unread {

    int of(UUID person);
}
