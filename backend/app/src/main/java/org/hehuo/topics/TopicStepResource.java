package org.hehuo.topics;

import static org.hehuo.kernel.security.Role.R;
import static org.hehuo.kernel.security.Role.S;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.life.Reason;
import org.hehuo.kernel.life.Remark;
import org.hehuo.kernel.security.CurrentCaller;

@Path("/api/v1/topics")
@Tag(name = "topics")
@Idempotent
class TopicStepResource {
    final TopicSteps steps;
    final RevealService reveals;
    final CurrentCaller caller;

    TopicStepResource(TopicSteps steps, RevealService reveals, CurrentCaller caller) {
        this.steps = steps;
        this.reveals = reveals;
        this.caller = caller;
    }

    @POST
    @Path("{id}/accept")
    @RolesAllowed(S)
    @Operation(summary = "Take a topic up and promise a date")
    public TopicView acceptTopic(String id, @Valid TopicInput.Acceptance input) {
        return steps.accept(id, input, caller.get());
    }

    @POST
    @Path("{id}/decline")
    @RolesAllowed(S)
    @Operation(summary = "Decline a topic, with a reason that its author reads")
    public TopicView declineTopic(String id, @Valid Reason input) {
        return steps.act(id, TopicAction.DECLINE, input.reason(), caller.get());
    }

    @POST
    @Path("{id}/start")
    @RolesAllowed(S)
    @Operation(summary = "Say that something is under way")
    public TopicView startTopic(String id, @Valid Remark input) {
        return steps.act(id, TopicAction.START, input.text(), caller.get());
    }

    @POST
    @Path("{id}/resolve")
    @RolesAllowed(S)
    @Operation(summary = "Say what came of it")
    public TopicView resolveTopic(String id, @Valid TopicInput.Resolution input) {
        return steps.resolve(id, input, caller.get());
    }

    @POST
    @Path("{id}/confirm")
    @RolesAllowed(R)
    @Operation(summary = "The author is content")
    public TopicView confirmTopic(String id, @Valid Remark input) {
        return steps.act(id, TopicAction.CONFIRM, input.text(), caller.get());
    }

    @POST
    @Path("{id}/reopen")
    @RolesAllowed(R)
    @Operation(summary = "The author is not content: within 14 days of the result")
    public TopicView reopenTopic(String id, @Valid TopicInput.Reopening input) {
        return steps.reopen(id, input, caller.get());
    }

    @POST
    @Path("{id}/withdraw")
    @RolesAllowed(R)
    @Operation(summary = "Withdraw one's own topic while nobody else has taken part")
    public TopicView withdrawTopic(String id, @Valid TopicInput.Withdrawal input) {
        return steps.act(id, TopicAction.WITHDRAW, input.reason(), caller.get());
    }

    @POST
    @Path("{id}/assign")
    @RolesAllowed(S)
    @Operation(summary = "Hand a topic to a colleague")
    public TopicView assignTopic(String id, @Valid TopicInput.Assignment input) {
        return steps.assign(id, input, caller.get());
    }

    @POST
    @Path("{id}/reveal-author")
    @RolesAllowed(S)
    @Operation(
            summary = "See who stands behind an anonymous or telephoned topic",
            description = "Each look is recorded. The answer is not kept for repeated keys.")
    public Revealed revealTopicAuthor(String id) {
        return reveals.reveal(id, caller.get());
    }

    @POST
    @Path("{id}/hide")
    @RolesAllowed(S)
    @Operation(summary = "Hide a topic; its author sees it and why")
    public TopicView hideTopic(String id, @Valid Reason input) {
        return steps.hide(id, input.reason(), caller.get());
    }

    @POST
    @Path("{id}/restore")
    @RolesAllowed(S)
    @Operation(summary = "Show a hidden topic again")
    public TopicView restoreTopic(String id) {
        return steps.restore(id, caller.get());
    }
}
