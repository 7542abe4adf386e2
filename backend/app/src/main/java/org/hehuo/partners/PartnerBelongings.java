package org.hehuo.partners;

/** The port to what higher features keep under a partner's name. */
public interface PartnerBelongings {

    /** Puts it under the other's name, in the same transaction. */
    void move(String fromPartner, String toPartner);
}
