package org.hehuo.partners;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kinds of organisation. */
@Schema(name = "PartnerKind")
public enum Kind {
    ENTERPRISE,
    STATE_OWNED,
    PUBLIC_INSTITUTION,
    SCHOOL,
    HEALTH,
    FINANCE,
    POLICE,
    LAW_FIRM,
    ASSOCIATION,
    INDIVIDUAL_BUSINESS
}
