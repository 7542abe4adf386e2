package org.hehuo.media;

import static org.hehuo.APicture.aPicture;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.hehuo.APicture;
import org.hehuo.kernel.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {
    @TempDir
    Path folder;

    private Picture read(byte[] upload) throws IOException {
        return Picture.read(Files.write(folder.resolve("upload"), upload));
    }

    private static BufferedImage drawn(Picture picture, String file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.files().get(file)));
    }

    @Test
    void aPictureIsKeptInThreeSizesAndTwoFormats() throws IOException {
        var picture = read(aPicture().of(4000, 3000).jpeg());
        assertEquals(6, picture.files().size());
        assertEquals(1920, picture.width());
        assertEquals(1440, picture.height());
        assertEquals(960, drawn(picture, "medium.webp").getWidth());
        assertEquals(320, drawn(picture, "small.jpg").getWidth());
    }

    @Test
    void aSmallPictureIsNotEnlarged() throws IOException {
        var picture = read(aPicture().of(100, 50).png());
        assertEquals(100, picture.width());
        assertEquals(100, drawn(picture, "large.jpg").getWidth());
    }

    @Test
    void nothingTheCameraWroteComesAlong() throws IOException {
        for (var sent : aPicture().placed().entrySet()) {
            assertTrue(text(sent.getValue()).contains(APicture.SECRET), sent.getKey());
            for (var kept : read(sent.getValue()).files().entrySet()) {
                String where = kept.getKey() + " of a " + sent.getKey();
                for (String trace : List.of(APicture.SECRET, "Exif", "eXIf", "EXIF", "XMP", "adobe", "script")) {
                    assertFalse(text(kept.getValue()).contains(trace), () -> trace + " in " + where);
                }
            }
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource({"1,800,600,RED", "3,800,600,BLUE", "6,600,800,RED", "8,600,800,BLUE", "2,800,600,BLUE", "5,600,800,RED"
    })
    void aPictureIsTurnedUpright(int orientation, int width, int height, String leftOrTop) throws IOException {
        var picture = read(aPicture().turned(orientation).jpeg());
        assertEquals(width, picture.width());
        assertEquals(height, picture.height());
        int corner = drawn(picture, "large.jpg").getRGB(10, 10);
        boolean red = (corner >> 16 & 0xFF) > 200;
        assertEquals(leftOrTop.equals("RED"), red);
    }

    @Test
    void webpAndPngAreReadToo() throws IOException {
        assertEquals(800, read(aPicture().webp()).width());
        assertEquals(800, read(aPicture().png()).width());
    }

    @Test
    void whatShowsThroughIsWhite() throws IOException {
        var out = new java.io.ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB), "png", out);
        int pixel = drawn(read(out.toByteArray()), "large.jpg").getRGB(25, 25);
        assertTrue((pixel & 0xFF) > 250);
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsUnpacked() {
        refused("picture_pixels", APicture.bomb(40_000, 40_000));
        refused("picture_pixels", APicture.bomb(Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    @Test
    void aPhonesOwnFormatIsRefusedByName() {
        refused("heic", APicture.heic());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GIF", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "%PDF-1.7", "PK"})
    void anythingElseIsRefused(String content) {
        refused("picture_kind", content.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void anotherKindOfPictureIsRefused() {
        refused("picture_kind", aPicture().gif());
    }

    @Test
    void whatBreaksOffIsRefused() {
        refused("picture_broken", Arrays.copyOf(aPicture().png(), 60));
        refused("picture_broken", Arrays.copyOf(aPicture().webp(), 40));
    }

    private void refused(String code, byte[] upload) {
        var problem = assertThrows(Problem.class, () -> read(upload));
        assertEquals(code, problem.faults().getFirst().code());
    }
}
