package org.hehuo.partners;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in the directory of an organisation. */
public record PartnerEntry(
        String name,
        Kind kind,
        @Nullable String creditCode,
        @Nullable String intro,
        List<String> areaCodes,
        List<String> fieldCodes,
        @Nullable String contactPhone,
        @Nullable Contact contact,
        LocalDate joinedOn) {}
