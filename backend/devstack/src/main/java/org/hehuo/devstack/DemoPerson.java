package org.hehuo.devstack;

import java.util.List;

/** Somebody to sign in as for a first look; the password is the user name. */
record DemoPerson(String username, String displayName, String role, String purpose) {

    static final List<DemoPerson> FIRST = List.of(
            new DemoPerson("resident1", "栗子奶奶", "resident", "a resident"),
            new DemoPerson("resident2", "海风吹过三楼", "resident", "another resident"),
            new DemoPerson("partner1", "联络员青柚", "partner", "owner of a partner"),
            new DemoPerson("partner2", "联络员白芷", "partner", "owner of another partner"),
            new DemoPerson("staff1", "社工小满", "staff", "staff of the community 青海路社区"),
            new DemoPerson("staff2", "社工谷雨", "staff", "staff of another community"),
            new DemoPerson("street1", "社工惊蛰", "staff", "staff of the subdistrict 大港街道"),
            new DemoPerson("admin1", "区中心甲辰", "admin", "the district centre"));

    String line() {
        return String.format("%-10s %s", username, purpose);
    }
}
