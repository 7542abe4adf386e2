package org.hehuo.topics;

import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Around a place: degrees (WGS 84) and metres. */
record Near(double lat, double lon, int metres) {
    static final String PATTERN = "-?[0-9]{1,2}([.][0-9]{1,7})?,-?[0-9]{1,3}([.][0-9]{1,7})?,[0-9]{1,5}";

    private static final int FARTHEST = 20_000;
    private static final int CANDIDATES = 10_000;
    private static final double METRES_A_DEGREE = 111_000;
    /** The haversine formula on a sphere of the Earth's mean radius. */
    private static final String DISTANCE = """
            (2 * 6371008.8 * asin(least(1, sqrt(power(sin(radians(t.lat - :nearLat) / 2), 2)
                + cos(radians(:nearLat)) * cos(radians(t.lat)) * power(sin(radians(t.lon - :nearLon) / 2), 2)))))""";

    static @Nullable Near parse(@Nullable String text) {
        if (text == null) return null;
        String[] parts = text.split(",");
        var near = new Near(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Integer.parseInt(parts[2]));
        if (Math.abs(near.lat) > 90 || Math.abs(near.lon) > 180 || near.metres > FARTHEST) {
            throw Problem.badParameter(ApiError.INVALID_PARAMETER, "near", "format");
        }
        return near;
    }

    /** A box that its index serves, then the circle within. */
    void among(Select list) {
        double high = metres / METRES_A_DEGREE;
        double wide = high / Math.max(0.01, Math.cos(Math.toRadians(lat)));
        list.where("""
                        point(t.lon, t.lat) <@ box(point(:nearWest, :nearSouth), point(:nearEast, :nearNorth))
                        """, "nearLat", lat)
                .with("nearLon", lon)
                .with("nearWest", lon - wide)
                .with("nearEast", lon + wide)
                .with("nearSouth", lat - high)
                .with("nearNorth", lat + high)
                .where(DISTANCE + " <= :nearMetres", "nearMetres", metres)
                .show(DISTANCE + " as distance");
    }

    Sort nearest(Select list) {
        list.newest("t", "t.created_at", CANDIDATES);
        return Sort.ascending(DISTANCE, "double precision");
    }
}
