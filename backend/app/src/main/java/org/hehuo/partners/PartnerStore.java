package org.hehuo.partners;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.media.Exhibition;
import org.jdbi.v3.core.Jdbi;

/** Loads partners for their rules; a logo is seen by whoever may see the partner. */
@ApplicationScoped
class PartnerStore implements Exhibition {
    final Jdbi jdbi;

    PartnerStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Partner find(String id, Caller caller) {
        return load(id, caller, "");
    }

    /** Holds the row until the transaction ends. */
    Partner lock(String id, Caller caller) {
        return load(id, caller, " for update of p");
    }

    private Partner load(String id, Caller caller, String locking) {
        return jdbi.withHandle(
                h -> h.createQuery("select " + Partner.COLUMNS + " from partner p where p.id = :id" + locking)
                        .bind("id", id)
                        .map((rs, ctx) -> Partner.read(rs))
                        .findOne()
                        .filter(partner -> partner.isVisibleTo(caller))
                        .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Partner.KIND);
    }

    @Override
    public boolean shows(Ref thing, Caller caller) {
        try {
            return find(thing.id(), caller).isVisibleTo(caller);
        } catch (Problem notFound) {
            return false;
        }
    }
}
