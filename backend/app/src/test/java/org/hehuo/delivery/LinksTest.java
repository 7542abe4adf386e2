package org.hehuo.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LinksTest {
    private static final Path SCREENS = Path.of("../../frontend/src/ui/addresses.js");
    private static final Pattern SCREEN = Pattern.compile("^ {2}(\\w+): '(/.*)',$", Pattern.MULTILINE);

    @Test
    void aMailLinksToTheScreenThatShowsTheThing() throws IOException {
        var screens = SCREEN.matcher(Files.readString(SCREENS))
                .results()
                .collect(Collectors.toMap(screen -> screen.group(1), screen -> screen.group(2)));
        assertEquals(screens, Links.PAGES);
    }
}
