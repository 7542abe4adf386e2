package org.hehuo.kernel.http;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A representation that knows its address, for the {@code Location} of a 201. */
public interface Located {

    @JsonIgnore
    String location();
}
