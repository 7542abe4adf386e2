package org.hehuo.appeals;

import java.util.Set;
import org.hehuo.kernel.life.Ref;

/** The port to what may be appealed against: the feature that decided takes its decision back. */
public interface Appealable {

    Set<String> kinds();

    /** In the deciding transaction. Does nothing if it was taken back already. */
    void takeBack(Ref thing, Decision decision);
}
