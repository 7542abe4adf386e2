package org.hehuo.programme;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The map that an operator has switched on. Pages may load pictures from where its tiles are, and from nowhere else. */
@ApplicationScoped
class MapTiles {
    private static final String POLICY = "Content-Security-Policy";
    /** Before any answer is made. */
    private static final int FIRST = 10_000;

    final Optional<String> tiles;
    final Optional<String> attribution;
    final String policy;

    MapTiles(
            @ConfigProperty(name = "hehuo.map.tiles") Optional<String> tiles,
            @ConfigProperty(name = "hehuo.map.attribution") Optional<String> attribution,
            @ConfigProperty(name = "quarkus.http.header.\"Content-Security-Policy\".value") String policy) {
        this.tiles = tiles;
        this.attribution = attribution;
        this.policy = policy;
    }

    ProgrammeView.@Nullable MapView view() {
        return tiles.map(address -> new ProgrammeView.MapView(address, attribution.orElse(null)))
                .orElse(null);
    }

    void allow(@Observes Filters filters) {
        tiles.map(MapTiles::origin)
                .map(this::allowing)
                .ifPresent(wider -> filters.register(
                        context -> {
                            context.response().putHeader(POLICY, wider);
                            context.next();
                        },
                        FIRST));
    }

    String allowing(String origin) {
        return policy.replace("img-src 'self'", "img-src 'self' " + origin);
    }

    /** @throws IllegalStateException when tiles cannot come from there */
    static String origin(String tiles) {
        boolean whole = tiles.contains("{z}") && tiles.contains("{x}") && tiles.contains("{y}");
        var address = whole ? parse(tiles.replaceAll("\\{[zxy]}", "0")) : null;
        if (address == null || address.getHost() == null || !address.getScheme().matches("https?")) {
            throw new IllegalStateException("hehuo.map.tiles is no address with {z}, {x} and {y}: " + tiles);
        }
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost() + port;
    }

    private static @Nullable URI parse(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
