package org.hehuo.partners;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a partner's credit comes to. */
@Schema(name = "PartnerLevel")
public enum Level {
    /** Everybody begins here. */
    BRONZE(Integer.MIN_VALUE),
    SILVER(40),
    GOLD(80);

    /** With how many points one is there. */
    public final int from;

    Level(int from) {
        this.from = from;
    }

    public static Level of(int points) {
        if (points >= GOLD.from) return GOLD;
        return points >= SILVER.from ? SILVER : BRONZE;
    }

    public boolean isReachedWith(int points) {
        return points >= from;
    }
}
