package org.hehuo.kernel.http;

import com.fasterxml.jackson.core.JsonProcessingException;

/** JSON that cannot be read as what was expected; the cause says where. */
final class MalformedJson extends RuntimeException {
    final JsonProcessingException where;

    MalformedJson(JsonProcessingException where) {
        super(where.getMessage(), where, false, false);
        this.where = where;
    }
}
