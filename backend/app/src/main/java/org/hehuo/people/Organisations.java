package org.hehuo.people;

import java.util.Collection;
import java.util.Map;

/** The port to the names of partner organisations, which a higher feature knows. */
public interface Organisations {

    Map<String, String> names(Collection<String> partnerIds);
}
