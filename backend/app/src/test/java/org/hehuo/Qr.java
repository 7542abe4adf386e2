package org.hehuo;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

/** Looks at a drawn QR code as a camera does. */
final class Qr {
    private static final int PIXELS_A_MODULE = 8;
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) ");
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    private Qr() {}

    static String read(String svg) throws Exception {
        var size = SIZE.matcher(svg);
        if (!size.find()) throw NotFoundException.getNotFoundInstance();
        int width = Integer.parseInt(size.group(1)) * PIXELS_A_MODULE;
        int[] pixels = new int[width * width];
        Arrays.fill(pixels, 0xFFFFFF);
        MODULE.matcher(svg).results().forEach(module -> {
            int left = Integer.parseInt(module.group(1)) * PIXELS_A_MODULE;
            int top = Integer.parseInt(module.group(2)) * PIXELS_A_MODULE;
            for (int y = top; y < top + PIXELS_A_MODULE; y++) {
                Arrays.fill(pixels, y * width + left, y * width + left + PIXELS_A_MODULE, 0);
            }
        });
        var picture = new BinaryBitmap(new GlobalHistogramBinarizer(new RGBLuminanceSource(width, width, pixels)));
        // It is drawn straight: nothing has to be searched for.
        var straight = Map.of(DecodeHintType.PURE_BARCODE, true);
        return new QRCodeReader().decode(picture, straight).getText();
    }
}
