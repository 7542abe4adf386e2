package org.hehuo.claims;

import java.util.Optional;
import java.util.UUID;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;

/** The port to what lets a project be claimed only at its time: the round of a joint meeting. */
public interface ClaimGate {

    /**
     * Whether the partner may put its hand up for the project now.
     *
     * @return the round in which it does; none where the project is before no meeting
     * @throws Problem why it may not: the round is not open, the partner is not there
     */
    Optional<UUID> enter(String project, String partner, Caller caller);

    /**
     * The claim was made; it counts in the round, and is written down, in its transaction.
     *
     * @throws Problem if the partner has as many as the round allows
     */
    void claimed(UUID round, Hand hand, UUID claim, ClaimState answer, Caller caller);

    /** Whether who waits in line may have one more now; then it counts in the round, in this transaction. */
    boolean mayMoveUp(String project, String partner);

    /** A hand that got nothing is written down if a round is on; in a transaction of its own. */
    void refused(Hand hand, ApiError why, Caller caller);

    /** Whether giving the claim back now undoes it, as the round allows its claimant for some seconds; then it counts no more. */
    boolean undo(UUID claim, Caller caller);

    /** @throws Problem while a round is on in which the project is claimed: what was won in it stays with its winner */
    void requireOver(String project, Caller caller);

    /** @throws Problem while the project waits for a round, or is claimed in one: only there it can be claimed */
    void requireUnbound(String project, Caller caller);

    /** @param proxy whether the chair put it up for somebody in the hall */
    record Hand(String project, String partner, boolean proxy) {}
}
