package org.hehuo.partners;

/** Kinds of organisation. */
@org.eclipse.microprofile.openapi.annotations.media.Schema(name = "PartnerKind")
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
