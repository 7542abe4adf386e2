package org.hehuo.areas;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An area's code, split into those of the areas above it. Six digits a district (GB/T 2260), then three more a level:
 * subdistrict, community (the national twelve-digit code without trailing zeros), compound (our own).
 */
public record AreaCode(String code) {
    private static final int DISTRICT = 6;
    private static final int SUBDISTRICT = 9;
    private static final int COMMUNITY = 12;
    private static final int COMPOUND = 15;

    /** What a code must look like. */
    public static final String PATTERN = "[0-9]{6}([0-9]{3}){0,3}";

    public String district() {
        return code.substring(0, DISTRICT);
    }

    public @Nullable String subdistrict() {
        return upTo(SUBDISTRICT);
    }

    public @Nullable String community() {
        return upTo(COMMUNITY);
    }

    public @Nullable String compound() {
        return upTo(COMPOUND);
    }

    /** This area and those that it lies in. */
    public List<String> upwards() {
        return Stream.of(compound(), community(), subdistrict(), district())
                .filter(Objects::nonNull)
                .toList();
    }

    /** The column that holds this area's code for everything below it: below an area is an equality. */
    public String column() {
        return switch (code.length()) {
            case DISTRICT -> "district";
            case SUBDISTRICT -> "subdistrict";
            case COMMUNITY -> "community";
            default -> "compound";
        };
    }

    private @Nullable String upTo(int length) {
        return code.length() >= length ? code.substring(0, length) : null;
    }
}
