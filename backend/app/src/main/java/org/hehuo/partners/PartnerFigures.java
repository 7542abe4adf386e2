package org.hehuo.partners;

import java.util.List;
import org.hehuo.kernel.text.Identified;

/** The port to what a partner has undertaken, which a higher feature knows. */
public interface PartnerFigures {

    /** Projects held now, and delivered so far. */
    record Figures(int held, int completed) {}

    Figures of(String partnerId);

    /** The projects that still count on it: held, offered for, waited for; the oldest claims first, a page of them. */
    List<Identified> open(String partnerId);
}
