package org.hehuo.topics;

import static org.hehuo.kernel.security.Role.A;
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
import org.hehuo.moderation.Hiding;

@Path("/api/v1/topics")
@Tag(name = "topics")
@Idempotent
class TopicStepResource {
    final TopicSteps steps;
    final TopicQuestions questions;
    final TopicRouting routing;
    final TopicMerges merges;
    final TopicPressure pressure;
    final TopicAppeals appeals;
    final RevealService reveals;
    final CurrentCaller caller;

    TopicStepResource(
            TopicSteps steps,
            TopicQuestions questions,
            TopicRouting routing,
            TopicMerges merges,
            TopicPressure pressure,
            TopicAppeals appeals,
            RevealService reveals,
            CurrentCaller caller) {
        this.steps = steps;
        this.questions = questions;
        this.routing = routing;
        this.merges = merges;
        this.pressure = pressure;
        this.appeals = appeals;
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
    public TopicView reopenTopic(String id, @Valid TopicInput.Said input) {
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
    @Path("{id}/ask")
    @RolesAllowed(S)
    @Operation(
            summary = "Ask the author something",
            description = "The clock of one's own promise stands still, for twenty working days at most.")
    public TopicView askAboutTopic(String id, @Valid TopicInput.Question input) {
        return questions.ask(id, input.question(), caller.get());
    }

    @POST
    @Path("{id}/answer")
    @RolesAllowed(R)
    @Operation(summary = "The author answers what was asked")
    public TopicView answerAboutTopic(String id, @Valid TopicInput.Said input) {
        return questions.answer(id, input.text(), caller.get());
    }

    @POST
    @Path("{id}/resume")
    @RolesAllowed(S)
    @Operation(summary = "Go on without the answer")
    public TopicView resumeTopic(String id, @Valid Remark input) {
        return questions.resume(id, input.text(), caller.get());
    }

    @POST
    @Path("{id}/transfer")
    @RolesAllowed({S, A})
    @Operation(
            summary = "Pass a topic on to the area to which it belongs",
            description =
                    "Whoever gets it may send it back. The third time it goes to the district, which decides for good.")
    public TopicView transferTopic(String id, @Valid TopicInput.Transfer input) {
        return routing.transfer(id, input, caller.get());
    }

    @POST
    @Path("{id}/send-back")
    @RolesAllowed(S)
    @Operation(summary = "Send a topic back to the area that passed it on")
    public TopicView sendTopicBack(String id, @Valid Reason input) {
        return routing.sendBack(id, input.reason(), caller.get());
    }

    @POST
    @Path("{id}/merge")
    @RolesAllowed(S)
    @Operation(
            summary = "Merge a topic into another that says the same",
            description = "Supporters are counted once each, the thread is shown with the other's.")
    public TopicView mergeTopic(String id, @Valid TopicInput.Merging input) {
        return merges.merge(id, input.intoId(), caller.get());
    }

    @POST
    @Path("{id}/unmerge")
    @RolesAllowed(S)
    @Operation(summary = "Separate a topic from the one that it was merged into; each has its own again")
    public TopicView unmergeTopic(String id) {
        return merges.unmerge(id, caller.get());
    }

    @POST
    @Path("{id}/urge")
    @RolesAllowed(R)
    @Operation(summary = "Remind the staff of a broken promise; once a day for all")
    public TopicView urgeTopic(String id, @Valid Remark input) {
        return pressure.urge(id, input.text(), caller.get());
    }

    @POST
    @Path("{id}/supervise")
    @RolesAllowed({S, A})
    @Operation(summary = "A higher office orders an answer by a date")
    public TopicView superviseTopic(String id, @Valid TopicInput.Order input) {
        return pressure.supervise(id, input, caller.get());
    }

    @POST
    @Path("{id}/appeal")
    @RolesAllowed(R)
    @Operation(summary = "The author asks, once, for somebody else's decision about what was declined or hidden")
    public TopicView appealTopic(String id, @Valid TopicInput.Said input) {
        return appeals.appeal(id, input.text(), caller.get());
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
    @RolesAllowed({S, A})
    @Operation(summary = "Hide a topic; its author sees it and why")
    public TopicView hideTopic(String id, @Valid Hiding why) {
        return steps.hide(id, why, caller.get());
    }

    @POST
    @Path("{id}/restore")
    @RolesAllowed({S, A})
    @Operation(summary = "Show a hidden topic again, or one that was held for the first time")
    public TopicView restoreTopic(String id) {
        return steps.restore(id, null, caller.get());
    }
}
