package org.hehuo.calls;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.media.Exhibition;

/** A call's cover is seen by whoever may read it. */
@ApplicationScoped
class CallExhibition implements Exhibition {
    final CallStore store;

    CallExhibition(CallStore store) {
        this.store = store;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Call.KIND);
    }

    @Override
    public boolean shows(Ref thing, Caller caller) {
        try {
            return store.find(thing.id(), caller).isVisibleTo(caller);
        } catch (Problem notFound) {
            return false;
        }
    }
}
