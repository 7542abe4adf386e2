package org.hehuo.media;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.logging.Log;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.hehuo.kernel.problem.Problem;

/**
 * An uploaded picture as it will be kept: upright, in three sizes and two formats, drawn anew from its pixels alone, so that
 * no metadata and nothing hidden behind the picture comes along.
 *
 * @param digest what was uploaded, in short
 * @param width of the large size
 * @param files by name, as {@code large.webp}
 */
record Picture(String digest, int width, int height, Map<String, byte[]> files) {
    /** A full-frame camera's or a phone's best; what says that it is more is refused before it is unpacked. */
    static final long MOST_PIXELS = 60_000_000;

    private static final float JPEG_QUALITY = 0.82f;
    private static final float WEBP_QUALITY = 0.78f;
    private static final List<String> READABLE = List.of("jpeg", "png", "webp");

    /** Two uploads are the same when their bytes are. */
    @JsonValue
    String identity() {
        return digest;
    }

    /**
     * Reads an upload, judged by its content, never by its name.
     *
     * @throws Problem {@code invalid} naming the part: no JPEG, PNG or WebP ({@code picture_kind}), a phone's HEIC
     *     ({@code heic}), too many pixels ({@code picture_pixels}) or not to be read ({@code picture_broken})
     */
    static Picture read(Path file) {
        try {
            var upright = turn(decode(file), orientation(file));
            var files = new LinkedHashMap<String, byte[]>();
            var large = shrink(upright, PhotoSize.LARGE);
            for (var size : PhotoSize.values()) {
                var image = shrink(large, size);
                for (var format : PhotoFormat.values()) files.put(format.fileOf(size), encode(image, format));
            }
            return new Picture(digest(file), large.getWidth(), large.getHeight(), files);
        } catch (IOException e) {
            throw refused("picture_broken");
        }
    }

    private static Problem refused(String code) {
        return Problem.invalid("file", code);
    }

    private static BufferedImage decode(Path file) throws IOException {
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            var reader = reader(in);
            try {
                reader.setInput(in, true, true);
                return decode(reader);
            } catch (IllegalArgumentException
                    | IndexOutOfBoundsException
                    | NegativeArraySizeException
                    | IllegalStateException
                    | ClassCastException
                    | NullPointerException broken) {
                // How the readers say that the bytes are not what they promise.
                throw new IOException(broken);
            } finally {
                reader.dispose();
            }
        }
    }

    private static ImageReader reader(ImageInputStream in) throws IOException {
        for (String format : READABLE) {
            var readers = ImageIO.getImageReadersByFormatName(format);
            while (readers.hasNext()) {
                var reader = readers.next();
                boolean pureJava = reader.getClass().getName().startsWith("com.twelvemonkeys.")
                        || reader.getClass().getName().startsWith("com.sun.");
                if (pureJava && isRead(reader, in)) return reader;
                reader.dispose();
            }
        }
        throw refused(isHeic(in) ? "heic" : "picture_kind");
    }

    private static boolean isRead(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            return reader.getOriginatingProvider().canDecodeInput(in);
        } catch (EOFException tooShort) {
            return false;
        }
    }

    /** ISO 23008-12: the file type box names a brand. */
    private static boolean isHeic(ImageInputStream in) throws IOException {
        var start = new byte[12];
        in.seek(0);
        if (in.read(start) < start.length) return false;
        String box = new String(start, 4, 4, java.nio.charset.StandardCharsets.US_ASCII);
        String brand = new String(start, 8, 4, java.nio.charset.StandardCharsets.US_ASCII);
        return box.equals("ftyp")
                && List.of("heic", "heix", "heim", "heis", "hevc", "mif1", "msf1")
                        .contains(brand);
    }

    /** Large pictures are read with every second, third … pixel, so that memory stays bounded. */
    private static BufferedImage decode(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) throw refused("picture_pixels");
        var parameters = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(width, height) / (PhotoSize.LARGE.edge * 3 / 2));
        parameters.setSourceSubsampling(step, step, 0, 0);
        return onWhite(reader.read(0, parameters));
    }

    private static BufferedImage onWhite(BufferedImage image) {
        var plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = plain.createGraphics();
        pen.drawImage(image, 0, 0, Color.WHITE, null);
        pen.dispose();
        return plain;
    }

    /** As the camera was held (Exif 2.32, tag 0x0112); upright where nothing is said. */
    private static int orientation(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var directory = ImageMetadataReader.readMetadata(in).getFirstDirectoryOfType(ExifIFD0Directory.class);
            var value = directory == null ? null : directory.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
            return value == null || value < 1 || value > 8 ? 1 : value;
        } catch (ImageProcessingException | RuntimeException unreadable) {
            Log.debug("a picture's metadata could not be read", unreadable);
            return 1;
        }
    }

    private static BufferedImage turn(BufferedImage image, int orientation) {
        return orientation == 1
                ? image
                : ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(orientation))
                        .apply(image);
    }

    private static BufferedImage shrink(BufferedImage image, PhotoSize size) throws IOException {
        if (Math.max(image.getWidth(), image.getHeight()) <= size.edge) return image;
        return Thumbnails.of(image)
                .size(size.edge, size.edge)
                .imageType(BufferedImage.TYPE_INT_RGB)
                .asBufferedImage();
    }

    private static byte[] encode(BufferedImage image, PhotoFormat format) throws IOException {
        var writer = ImageIO.getImageWritersByMIMEType(format.mediaType).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            if (format == PhotoFormat.WEBP) parameters.setCompressionType("Lossy");
            parameters.setCompressionQuality(format == PhotoFormat.WEBP ? WEBP_QUALITY : JPEG_QUALITY);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static String digest(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
