package org.hehuo.partners;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hehuo.areas.Areas;
import org.hehuo.categories.Categories;
import org.hehuo.kernel.http.IfMatch;
import org.hehuo.kernel.http.MergePatch;
import org.hehuo.kernel.life.Audit;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.media.PhotoView;
import org.hehuo.media.Photos;
import org.hehuo.people.Memberships;
import org.jspecify.annotations.Nullable;

/** Lets organisations into the directory, and keeps what it says of them true. */
@ApplicationScoped
public class PartnerService {
    final PartnerDirectory directory;
    final PartnerStore store;
    final PartnerQueries queries;
    final PartnerTerm term;
    final Areas areas;
    final Categories categories;
    final Memberships memberships;
    final MergePatch patches;
    final Photos photos;
    final Outbox outbox;
    final Audit audit;

    PartnerService(
            PartnerDirectory directory,
            PartnerStore store,
            PartnerQueries queries,
            PartnerTerm term,
            Areas areas,
            Categories categories,
            Memberships memberships,
            MergePatch patches,
            Photos photos,
            Outbox outbox,
            Audit audit) {
        this.directory = directory;
        this.store = store;
        this.queries = queries;
        this.term = term;
        this.areas = areas;
        this.categories = categories;
        this.memberships = memberships;
        this.patches = patches;
        this.photos = photos;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Partner, areas and owner come into being together. */
    @Transactional
    public PartnerView create(NewPartner partner, Caller caller) {
        partner.areaCodes().forEach(code -> areas.require(code, "areaCodes"));
        partner.fieldCodes().forEach(code -> categories.requireField(code, "fieldCodes"));
        String id =
                directory.admit(List.of(partner.entry(term.today())), caller).getFirst();
        audit.record("partner.create", new Ref(Partner.KIND, id), caller);
        String area = partner.areaCodes().getFirst();
        memberships.grant(partner.ownerId(), id, Memberships.Place.OWNER, area, caller, "ownerId");
        return queries.view(id, caller);
    }

    /** What its owners may say of it themselves; a community that it serves already keeps its day. */
    @Transactional
    PartnerView change(String id, @Nullable String ifMatch, JsonNode patch, Caller caller) {
        var partner = store.lock(id, caller);
        if (!partner.isManagedBy(caller)) throw Problem.of(ApiError.FORBIDDEN);
        if (partner.state() == PartnerState.LEFT) throw PartnerAction.refusal(ApiError.WRONG_STATE, partner, caller);
        IfMatch.check(ifMatch, partner.version());
        var now = directory.entry(id);
        var logo = queries.logo(id).map(PhotoView::id);
        var form = patches.apply(PartnerChange.of(now, logo.orElse(null)), patch, PartnerChange.class);
        form.areaCodes().forEach(code -> areas.require(code, "areaCodes"));
        form.fieldCodes().forEach(code -> categories.requireField(code, "fieldCodes"));
        directory.amend(id, form.over(now), caller);
        audit.record("partner.edit", partner.ref(), caller);
        var picture = Stream.of(form.logoPhotoId()).filter(Objects::nonNull).toList();
        photos.hang(partner.ref(), Photos.Place.SHOWN, picture, "logoPhotoId", List.of(partner.ref()), caller);
        outbox.emitPrivately("partner.changed", partner.ref(), form.areaCodes().getFirst(), caller, Map.of());
        return queries.view(id, caller);
    }
}
