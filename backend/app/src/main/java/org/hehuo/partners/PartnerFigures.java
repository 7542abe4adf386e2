package org.hehuo.partners;

/** The port to what a partner has undertaken, which a higher feature knows. */
public interface PartnerFigures {

    /** Projects held now, and delivered so far. */
    record Figures(int held, int completed) {}

    Figures of(String partnerId);
}
