package org.hehuo.applications;

import static org.hehuo.applications.PartnerApplicationAction.APPEAL;
import static org.hehuo.applications.PartnerApplicationAction.APPROVE;
import static org.hehuo.applications.PartnerApplicationAction.REJECT;
import static org.hehuo.applications.PartnerApplicationAction.RETURN;
import static org.hehuo.applications.PartnerApplicationAction.START_REVIEW;
import static org.hehuo.applications.PartnerApplicationAction.WITHDRAW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.hehuo.capabilities.CapabilityForm;
import org.hehuo.capabilities.CapabilityService;
import org.hehuo.kernel.life.Audit;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.hehuo.kernel.text.Coded;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.hehuo.partners.Contact;
import org.hehuo.partners.NewPartner;
import org.hehuo.partners.PartnerService;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The district's answer to an application, and what the applicant may do about it. */
@ApplicationScoped
public class ApplicationSteps {
    private static final int DAYS_FOR_AN_APPEAL = 3;

    final Jdbi jdbi;
    final ApplicationStore store;
    final ApplicationQueries queries;
    final PartnerService partners;
    final CapabilityService capabilities;
    final Lifecycle lifecycle;
    final Audit audit;
    final WorkCalendars calendars;
    final Time time;

    ApplicationSteps(
            Jdbi jdbi,
            ApplicationStore store,
            ApplicationQueries queries,
            PartnerService partners,
            CapabilityService capabilities,
            Lifecycle lifecycle,
            Audit audit,
            WorkCalendars calendars,
            Time time) {
        this.jdbi = jdbi;
        this.store = store;
        this.queries = queries;
        this.partners = partners;
        this.capabilities = capabilities;
        this.lifecycle = lifecycle;
        this.audit = audit;
        this.calendars = calendars;
        this.time = time;
    }

    @Transactional
    public ApplicationView startReview(UUID id, Caller caller) {
        step(id, START_REVIEW, null, caller);
        return queries.view(id, caller);
    }

    /** Something is missing: the applicant reads what, and sends it again. */
    @Transactional
    public ApplicationView sendBack(UUID id, String reason, Caller caller) {
        step(id, RETURN, reason, caller);
        explain(id, reason);
        return queries.view(id, caller);
    }

    /** Partner, membership, the owner's role and what was offered come into being with the answer. */
    @Transactional
    public ApplicationView approve(UUID id, @Nullable String text, Caller caller) {
        var application = step(id, APPROVE, text, caller);
        var form = queries.view(id, caller);
        var partner = partners.create(
                new NewPartner(
                        form.name(),
                        form.kind(),
                        form.creditCode(),
                        form.intro(),
                        form.areas().stream().map(Coded::code).toList(),
                        form.fields().stream().map(Coded::code).toList(),
                        null,
                        queries.contact(id),
                        null,
                        application.applicant()),
                caller);
        capabilities.takeOver(
                partner.id(),
                form.offers().stream()
                        .map(offer -> CapabilityForm.offered(
                                offer.kind(), offer.title(), offer.text(), offer.categoryCodes()))
                        .toList(),
                caller);
        jdbi.useHandle(h -> h.createUpdate(
                        "update partner_application set partner_id = :partner, reason = null where id = :id")
                .bind("partner", partner.id())
                .bind("id", id)
                .execute());
        return queries.view(id, caller);
    }

    @Transactional
    public ApplicationView reject(UUID id, String reason, Caller caller) {
        step(id, REJECT, reason, caller);
        explain(id, reason);
        jdbi.useHandle(h -> h.createUpdate("update partner_application set decided_by = :me where id = :id")
                .bind("me", caller.personId())
                .bind("id", id)
                .execute());
        return queries.view(id, caller);
    }

    /** Once, to somebody else than who rejected it; another answer is promised. */
    @Transactional
    public ApplicationView appeal(UUID id, String text, Caller caller) {
        step(id, APPEAL, text, caller);
        var now = time.instant();
        jdbi.useHandle(
                h -> h.createUpdate("update partner_application set appealed_at = :now, due_at = :due where id = :id")
                        .bind("now", now)
                        .bind("due", calendars.around(calendars.dayOf(now)).endOfWorkingDay(now, DAYS_FOR_AN_APPEAL))
                        .bind("id", id)
                        .execute());
        return queries.view(id, caller);
    }

    @Transactional
    public ApplicationView withdraw(UUID id, @Nullable String text, Caller caller) {
        step(id, WITHDRAW, text, caller);
        return queries.view(id, caller);
    }

    /** Shows the district, on purpose, whom to ask; each look is recorded. */
    @Transactional
    Contact revealContact(UUID id, Caller caller) {
        var application = store.find(id, caller);
        if (!caller.is(Role.ADMIN)) throw Problem.of(ApiError.FORBIDDEN);
        audit.record(PartnerApplication.KIND + ".reveal-contact", application.ref(), caller);
        return queries.contact(id);
    }

    private PartnerApplication step(UUID id, PartnerApplicationAction action, @Nullable String text, Caller caller) {
        var application = store.lock(id, caller);
        lifecycle.apply(application, action, caller, text, application.eventData());
        return application;
    }

    private void explain(UUID id, String reason) {
        jdbi.useHandle(h -> h.createUpdate("update partner_application set reason = :reason where id = :id")
                .bind("reason", reason)
                .bind("id", id)
                .execute());
    }
}
