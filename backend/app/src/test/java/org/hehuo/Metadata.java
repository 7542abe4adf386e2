package org.hehuo;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Where the place of a picture may stand in a PNG (eXIf, tEXt, iTXt) and in a WebP (EXIF, XMP). */
final class Metadata {
    private static final int PNG_HEADER = 8 + 25;
    private static final int RIFF_HEADER = 12;
    private static final byte EXIF_AND_XMP = 0b1100;

    private final APicture picture;

    Metadata(APicture picture) {
        this.picture = picture;
    }

    byte[] png() {
        var plain = picture.png();
        var out = new ByteArrayOutputStream();
        out.writeBytes(Arrays.copyOf(plain, PNG_HEADER));
        out.writeBytes(chunk("eXIf", Arrays.copyOfRange(picture.exif(), "Exif\0\0".length(), picture.exif().length)));
        out.writeBytes(chunk("tEXt", text("Comment\0" + APicture.SECRET)));
        out.writeBytes(chunk("iTXt", text("XML:com.adobe.xmp\0\0\0\0\0<x>" + APicture.SECRET + "</x>")));
        out.writeBytes(Arrays.copyOfRange(plain, PNG_HEADER, plain.length));
        return out.toByteArray();
    }

    /** PNG, section 5.3. */
    private static byte[] chunk(String name, byte[] content) {
        try {
            var body = new ByteArrayOutputStream();
            body.writeBytes(text(name));
            body.writeBytes(content);
            var crc = new CRC32();
            crc.update(body.toByteArray());
            var out = new ByteArrayOutputStream();
            var data = new DataOutputStream(out);
            data.writeInt(content.length);
            data.write(body.toByteArray());
            data.writeInt((int) crc.getValue());
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** RFC 9649, section 2.7: the extended format, with the plain one's pixels. */
    byte[] webp() {
        var plain = picture.webp();
        var pixels = Arrays.copyOfRange(plain, RIFF_HEADER, plain.length);
        var out = new ByteArrayOutputStream();
        out.writeBytes(text("WEBP"));
        out.writeBytes(riff("VP8X", canvas()));
        out.writeBytes(pixels);
        out.writeBytes(riff("EXIF", picture.exif()));
        out.writeBytes(riff("XMP ", text("<x>" + APicture.SECRET + "</x>")));
        return riff("RIFF", out.toByteArray());
    }

    private byte[] canvas() {
        int width = picture.width() - 1;
        int height = picture.height() - 1;
        return new byte[] {
            EXIF_AND_XMP, 0, 0, 0, (byte) width, (byte) (width >> 8), 0, (byte) height, (byte) (height >> 8), 0
        };
    }

    private static byte[] riff(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + content.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(text(name))
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
