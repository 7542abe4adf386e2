package org.hehuo.topics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom a topic is for: everybody, or its author, the staff and the partners that carry what grows from it. */
@Schema(name = "TopicReaders")
public enum Readers {
    PUBLIC,
    MEMBERS
}
