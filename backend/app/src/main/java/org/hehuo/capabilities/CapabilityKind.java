package org.hehuo.capabilities;

/** What a partner can give. */
public enum CapabilityKind {
    MONEY,
    GOODS,
    HANDS,
    EXPERTISE,
    VENUE,
    MEDIA
}
