package org.hehuo.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.hehuo.categories.Categories;
import org.hehuo.kernel.security.Caller;

/** Categories, which are followed like areas. */
@ApplicationScoped
class FollowedCategories implements Titled {
    final Categories categories;

    FollowedCategories(Categories categories) {
        this.categories = categories;
    }

    @Override
    public String kind() {
        return "category";
    }

    @Override
    public Map<String, String> titles(Collection<String> ids, Caller caller) {
        var names = new HashMap<String, String>();
        ids.forEach(id -> categories.name(id, caller.language()).ifPresent(name -> names.put(id, name)));
        return names;
    }
}
