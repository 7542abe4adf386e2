package org.hehuo.applications;

import static org.hehuo.kernel.security.Role.A;
import static org.hehuo.kernel.security.Role.R;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.life.Reason;
import org.hehuo.kernel.life.Remark;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;
import org.hehuo.partners.Contact;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/partner-applications")
@Tag(name = "partner-applications", description = "How an organisation becomes a partner")
@Idempotent
class ApplicationResource {
    final ApplicationQueries queries;
    final ApplicationService applications;
    final ApplicationSteps steps;
    final CurrentCaller caller;

    ApplicationResource(
            ApplicationQueries queries, ApplicationService applications, ApplicationSteps steps, CurrentCaller caller) {
        this.queries = queries;
        this.applications = applications;
        this.steps = steps;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(R)
    @Operation(summary = "One's own applications; for the district all")
    public Page<ApplicationRow> listPartnerApplications(@BeanParam @Valid ApplicationQuery query) {
        return queries.page(query, caller.get());
    }

    @GET
    @Path("{id}")
    @RolesAllowed(R)
    @Operation(summary = "One application, for who applied and the district")
    public ApplicationView getPartnerApplication(UUID id) {
        return queries.view(id, caller.get());
    }

    @POST
    @RolesAllowed(R)
    @ResponseStatus(201)
    @Operation(
            summary = "Apply as a partner",
            description =
                    "The district answers within three working days. What an open application names already, or a partner, is refused.")
    public ApplicationView createPartnerApplication(@Valid NewApplication form) {
        return applications.submit(form, caller.get());
    }

    @POST
    @Path("{id}/resubmit")
    @RolesAllowed(R)
    @Operation(summary = "Send it again, with what was missing")
    public ApplicationView resubmitPartnerApplication(UUID id, @Valid NewApplication form) {
        return applications.resubmit(id, form, caller.get());
    }

    @POST
    @Path("{id}/withdraw")
    @RolesAllowed(R)
    @Operation(summary = "Take one's own application back")
    public ApplicationView withdrawPartnerApplication(UUID id, @Valid Remark input) {
        return steps.withdraw(id, input.text(), caller.get());
    }

    /** Why somebody else should decide. */
    record Appeal(@NotBlank @Size(max = 500) String text) {}

    @POST
    @Path("{id}/appeal")
    @RolesAllowed(R)
    @Operation(summary = "Ask once for somebody else's decision")
    public ApplicationView appealPartnerApplication(UUID id, @Valid Appeal input) {
        return steps.appeal(id, input.text(), caller.get());
    }

    @POST
    @Path("{id}/start-review")
    @RolesAllowed(A)
    @Operation(summary = "Begin to look into it")
    public ApplicationView startReviewOfPartnerApplication(UUID id) {
        return steps.startReview(id, caller.get());
    }

    @POST
    @Path("{id}/return")
    @RolesAllowed(A)
    @Operation(summary = "Ask for what is missing")
    public ApplicationView returnPartnerApplication(UUID id, @Valid Reason input) {
        return steps.sendBack(id, input.reason(), caller.get());
    }

    @POST
    @Path("{id}/approve")
    @RolesAllowed(A)
    @Operation(summary = "Let it in: it is a partner from now on, and who applied owns it")
    public ApplicationView approvePartnerApplication(UUID id, @Valid Remark input) {
        return steps.approve(id, input.text(), caller.get());
    }

    @POST
    @Path("{id}/reject")
    @RolesAllowed(A)
    @Operation(summary = "Not this one; the applicant reads why and may appeal once, to somebody else")
    public ApplicationView rejectPartnerApplication(UUID id, @Valid Reason input) {
        return steps.reject(id, input.reason(), caller.get());
    }

    @POST
    @Path("{id}/reveal-contact")
    @RolesAllowed(A)
    @Operation(
            summary = "See whom to ask about it",
            description = "Each look is recorded. The answer is not kept for repeated keys.")
    public Contact revealContactOfPartnerApplication(UUID id) {
        return steps.revealContact(id, caller.get());
    }
}
