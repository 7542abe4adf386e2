package org.hehuo.capabilities;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The port to what was taken of what a partner can give, which a higher feature knows. */
public interface CapabilityUse {

    /** In all, and since the month began. */
    record Used(BigDecimal inAll, BigDecimal thisMonth) {
        static final Used NOTHING = new Used(BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** By capability; what nothing was taken of is left out. */
    Map<UUID, Used> of(String partnerId, Instant month);
}
