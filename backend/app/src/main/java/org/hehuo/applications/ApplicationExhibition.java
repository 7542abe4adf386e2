package org.hehuo.applications;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.media.Exhibition;

/** A licence is seen by who applied, and by the district. */
@ApplicationScoped
class ApplicationExhibition implements Exhibition {
    final ApplicationStore store;

    ApplicationExhibition(ApplicationStore store) {
        this.store = store;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(PartnerApplication.KIND);
    }

    @Override
    public boolean shows(Ref thing, Caller caller) {
        try {
            return store.find(UUID.fromString(thing.id()), caller).isVisibleTo(caller);
        } catch (Problem notFound) {
            return false;
        }
    }
}
