package org.hehuo.devstack;

import java.util.List;

/** Somebody to sign in as for a first look; the password is the user name. */
record DemoPerson(String username, String displayName, String role, String purpose) {
    static final List<DemoPerson> ALL = List.of(
            new DemoPerson("resident1", "栗子奶奶", "resident", "a resident"),
            new DemoPerson("resident2", "居民二", "resident", "another resident"),
            new DemoPerson("partner1", "联络员一", "partner", "owner of a partner"),
            new DemoPerson("partner2", "联络员二", "partner", "owner of another partner"),
            new DemoPerson("staff1", "社工一", "staff", "community staff of 青海路社区"),
            new DemoPerson("staff2", "社工二", "staff", "community staff of another community"),
            new DemoPerson("street1", "社工惊蛰", "staff", "staff of 大港街道"),
            new DemoPerson("admin1", "区中心甲辰", "admin", "district centre"));
}
