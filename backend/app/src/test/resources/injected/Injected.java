package org.hehuo.injected;

import java.util.List;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.jdbi.v3.core.Handle;

/** How what people send becomes part of a statement. */
final class Injected {
    private static final String TITLES = "select title from topic where ";

    List<String> joined(Handle h, String words) {
        String condition = "title = '" + words + "'";
        return h.createQuery(TITLES + condition).mapTo(String.class).list();
    }

    void inAFilter(Select list, List<String> columns) {
        list.where("t.title is not null and " + String.join(" and ", columns));
    }

    Sort inAnOrder(String sort) {
        return Sort.ascending("t." + sort, "text");
    }

    void formatted(Handle h, String id) {
        h.execute("delete from topic where id = '%s'".formatted(id));
    }

    void bound(Handle h, String id) {
        h.createUpdate(TITLES + "id = :id").bind("id", id).execute();
    }
}
