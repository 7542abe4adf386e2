package org.hehuo.claims;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Set;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.CurrentCaller;

/** Stands outside of the transaction that takes the key, the claim and the answer together. */
@Attempted
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE - 1)
class AttemptInterceptor {
    /** What the claim met, and what was wrong with it. */
    private static final Set<Integer> ANSWERED = Set.of(409, 422);

    final ClaimGate gate;
    final CurrentCaller caller;

    AttemptInterceptor(ClaimGate gate, CurrentCaller caller) {
        this.gate = gate;
        this.caller = caller;
    }

    @AroundInvoke
    Object attempt(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (Problem problem) {
            if (ANSWERED.contains(problem.error().status()) && !isARepetition(problem)) {
                var claim = (NewClaim) call.getParameters()[1];
                boolean proxy = !caller.get().speaksFor(claim.partnerId());
                var hand = new ClaimGate.Hand((String) call.getParameters()[0], claim.partnerId(), proxy);
                gate.refused(hand, problem.error(), caller.get());
            }
            throw problem;
        }
    }

    /** No hand, but the same one sent again. */
    private static boolean isARepetition(Problem problem) {
        return problem.error().code().startsWith("idempotency.");
    }
}
