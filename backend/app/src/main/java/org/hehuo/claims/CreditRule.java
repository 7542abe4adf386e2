package org.hehuo.claims;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What earns a partner credit, and what costs it. */
@Schema(name = "PartnerCreditRule")
enum CreditRule {
    /** A project that it held was accepted. */
    CLAIM_FULFILLED(20),
    /** Somebody gave five stars to what it delivered. */
    FIVE_STARS(2),
    /** It did not begin in the agreed days. */
    CLAIM_LAPSED(-15),
    /** It gave back what it held; not within the day after it moved up, nor where a round lets one undo it. */
    CLAIM_WITHDRAWN(-5);

    final int points;

    CreditRule(int points) {
        this.points = points;
    }
}
