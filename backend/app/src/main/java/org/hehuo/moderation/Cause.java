package org.hehuo.moderation;

/** Why a post should not stand. */
public enum Cause {
    ABUSE,
    UNTRUE,
    PRIVACY,
    ADVERTISING,
    OFF_TOPIC,
    OTHER
}
