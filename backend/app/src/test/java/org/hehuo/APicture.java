package org.hehuo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** A picture as cameras and mischief make them: its left half red, its right half blue. */
public final class APicture {
    /** What a camera wrote into it and nobody else may read. */
    public static final String SECRET = "36.0671N-120.3826E";

    private int width = 800;
    private int height = 600;
    private int orientation;

    /** @return its id */
    static String uploadedBy(String account) {
        return Persona.as(account)
                .request()
                .multiPart("file", "lamp.jpg", aPicture().jpeg(), "image/jpeg")
                .post("/photos")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static APicture aPicture() {
        return new APicture();
    }

    public APicture of(int width, int height) {
        this.width = width;
        this.height = height;
        return this;
    }

    /** As Exif counts: 1 upright … 6 turned to the right … 8. */
    public APicture turned(int orientation) {
        this.orientation = orientation;
        return this;
    }

    public byte[] png() {
        return encoded("png");
    }

    public byte[] webp() {
        return encoded("webp");
    }

    /** With the place where it was taken in each room that each kind has for it. */
    public Map<String, byte[]> placed() {
        return Map.of("jpeg", jpeg(), "png", new Metadata(this).png(), "webp", new Metadata(this).webp());
    }

    public byte[] gif() {
        return encoded("gif");
    }

    /** With the place where it was taken, as Exif, XMP and a comment, and with a page hidden behind the picture. */
    public byte[] jpeg() {
        var plain = encoded("jpg");
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        segment(out, 0xE1, exif());
        segment(out, 0xE1, ("http://ns.adobe.com/xap/1.0/\0<x>" + SECRET + "</x>").getBytes(StandardCharsets.UTF_8));
        segment(out, 0xFE, SECRET.getBytes(StandardCharsets.UTF_8));
        out.write(plain, 2, plain.length - 2);
        out.writeBytes(("<script>" + SECRET + "</script>").getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    private byte[] encoded(String format) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        try {
            var out = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, out)) throw new IllegalStateException("nobody writes " + format);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
        out.write(0xFF);
        out.write(marker);
        out.write((content.length + 2) >> 8);
        out.write(content.length + 2);
        out.writeBytes(content);
    }

    /** TIFF, little-endian: the orientation, and the place as the image's description. */
    byte[] exif() {
        var text = (SECRET + "\0").getBytes(StandardCharsets.US_ASCII);
        int entries = 2;
        int behind = 8 + 2 + entries * 12 + 4;
        var out = new LittleEndian();
        out.text("Exif\0\0II").number(2, 42).number(4, 8).number(2, entries);
        out.number(2, 0x010E).number(2, 2).number(4, text.length).number(4, behind);
        out.number(2, 0x0112).number(2, 3).number(4, 1).number(4, Math.max(1, orientation));
        out.number(4, 0);
        out.bytes.writeBytes(text);
        return out.bytes.toByteArray();
    }

    private static final class LittleEndian {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        LittleEndian text(String text) {
            bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
            return this;
        }

        LittleEndian number(int size, int value) {
            for (int i = 0; i < size; i++) bytes.write(value >> (8 * i));
            return this;
        }
    }

    /** A PNG of a few bytes that says it has this many pixels. */
    public static byte[] bomb(int width, int height) {
        try {
            var header = new ByteArrayOutputStream();
            var data = new DataOutputStream(header);
            data.writeBytes("IHDR");
            data.writeInt(width);
            data.writeInt(height);
            data.write(new byte[] {8, 2, 0, 0, 0});
            var crc = new CRC32();
            crc.update(header.toByteArray());
            var out = new ByteArrayOutputStream();
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
            var file = new DataOutputStream(out);
            file.writeInt(13);
            file.write(header.toByteArray());
            file.writeInt((int) crc.getValue());
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The beginning of what phones of one make take. */
    public static byte[] heic() {
        return "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
    }
}
