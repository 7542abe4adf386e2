package org.hehuo.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.hehuo.areas.Areas;
import org.hehuo.kernel.security.Caller;

/** Areas: whoever follows one hears what is new in it, and what was solved. */
@ApplicationScoped
class FollowedAreas implements Titled {
    final Areas areas;

    FollowedAreas(Areas areas) {
        this.areas = areas;
    }

    @Override
    public String kind() {
        return "area";
    }

    @Override
    public Map<String, String> titles(Collection<String> ids, Caller caller) {
        var names = new HashMap<String, String>();
        ids.forEach(id -> areas.name(id).ifPresent(name -> names.put(id, name)));
        return names;
    }
}
