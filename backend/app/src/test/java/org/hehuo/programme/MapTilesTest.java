package org.hehuo.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a map may come from. */
class MapTilesTest {
    private static final String POLICY = "default-src 'self'; img-src 'self' data: blob:";

    private static MapTiles map(Optional<String> tiles) {
        return new MapTiles(tiles, Optional.of("© 某地图"), POLICY);
    }

    @Test
    void thereIsNoneUnlessTheOperatorSaysSo() {
        assertNull(map(Optional.empty()).view());
        var tiles = Optional.of("https://tiles.example/{z}/{x}/{y}.png");
        assertEquals(new ProgrammeView.MapView(tiles.get(), "© 某地图"), map(tiles).view());
    }

    @Test
    void pagesMayLoadPicturesFromThereAndNothingElse() {
        assertEquals(
                "default-src 'self'; img-src 'self' https://tiles.example data: blob:",
                map(Optional.empty()).allowing("https://tiles.example"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://tiles.example/{z}/{x}/{y}.png, https://tiles.example",
        "http://localhost:8088/{z}/{x}/{y}.png, http://localhost:8088",
        "https://t0.tianditu.gov.cn/vec_w/wmts?TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=1, https://t0.tianditu.gov.cn",
    })
    void allowsTheOriginAlone(String tiles, String origin) {
        assertEquals(origin, MapTiles.origin(tiles));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://tiles.example/map.png",
                "https://{s}.tiles.example/{z}/{x}/{y}.png",
                "tiles.example/{z}/{x}/{y}.png",
                "javascript:alert({z}{x}{y})",
                "https://tiles.example; script-src *//{z}/{x}/{y}",
                "/{z}/{x}/{y}.png",
            })
    void refusesWhatIsNoAddressOfTiles(String tiles) {
        assertThrows(IllegalStateException.class, () -> MapTiles.origin(tiles));
    }
}
