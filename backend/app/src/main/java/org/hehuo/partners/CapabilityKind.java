package org.hehuo.partners;

/** What a partner can give. */
public enum CapabilityKind {
    MONEY,
    GOODS,
    HANDS,
    EXPERTISE,
    VENUE,
    MEDIA
}
