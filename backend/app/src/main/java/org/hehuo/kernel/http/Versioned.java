package org.hehuo.kernel.http;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A representation of one thing, which has an ETag: the row's version, then a hash of what varies by its reader. */
public interface Versioned {

    @JsonIgnore
    long version();
}
