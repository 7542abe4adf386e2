package org.hehuo.capabilities;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.media.Exhibition;
import org.hehuo.partners.PartnerBelongings;
import org.jdbi.v3.core.Jdbi;

/** Loads capabilities for their rules; their pictures are seen by whoever may see them. */
@ApplicationScoped
class CapabilityStore implements Exhibition, PartnerBelongings {
    final Jdbi jdbi;

    CapabilityStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Holds the row until the transaction ends. */
    Capability lock(String partner, UUID id, Caller caller) {
        var capability = load(id, caller, " for update of k");
        if (!capability.partner().equals(partner)) throw Problem.of(ApiError.NOT_FOUND);
        return capability;
    }

    private Capability load(UUID id, Caller caller, String locking) {
        return jdbi.withHandle(
                h -> h.createQuery("select " + Capability.COLUMNS + " from capability k where k.id = :id" + locking)
                        .bind("id", id)
                        .map((rs, ctx) -> Capability.read(rs))
                        .findOne()
                        .filter(capability -> capability.isVisibleTo(caller))
                        .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }

    @Override
    public void move(String fromPartner, String toPartner) {
        jdbi.useHandle(h -> h.createUpdate("update capability set partner_id = :to where partner_id = :from")
                .bind("to", toPartner)
                .bind("from", fromPartner)
                .execute());
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Capability.KIND);
    }

    @Override
    public boolean shows(Ref thing, Caller caller) {
        try {
            return load(UUID.fromString(thing.id()), caller, "").isVisibleTo(caller);
        } catch (Problem notFound) {
            return false;
        }
    }
}
