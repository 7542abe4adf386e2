package org.hehuo.kernel.paging;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;

/** Cursors that only we can make and that fit only the list that they came from. */
@ApplicationScoped
public class Cursors {
    private static final int SIGNATURE = 16;
    private static final String SEPARATOR = "\u001f";

    final SecretKeySpec key;

    Cursors(@ConfigProperty(name = "hehuo.cursor-key") String key) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** Where a page ended: the sort key and the id of its last row. */
    public record Position(String key, String id) {}

    /** @param list what makes the list what it is: its statement and the values in it */
    public String write(String list, Position end) {
        byte[] position = (end.key + SEPARATOR + end.id).getBytes(StandardCharsets.UTF_8);
        byte[] signature = sign(list, position);
        byte[] whole = Arrays.copyOf(signature, SIGNATURE + position.length);
        System.arraycopy(position, 0, whole, SIGNATURE, position.length);
        return text(whole);
    }

    /** @throws Problem {@code invalid_cursor} when it was not written here, or for another list */
    public Position read(String list, String cursor) {
        byte[] whole = decode(cursor);
        if (whole.length <= SIGNATURE) throw Problem.of(ApiError.INVALID_CURSOR);
        byte[] position = Arrays.copyOfRange(whole, SIGNATURE, whole.length);
        if (!MessageDigest.isEqual(Arrays.copyOf(whole, SIGNATURE), sign(list, position))) {
            throw Problem.of(ApiError.INVALID_CURSOR);
        }
        String[] parts = new String(position, StandardCharsets.UTF_8).split(SEPARATOR, 2);
        return new Position(parts[0], parts[1]);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            // Base64 spells one and the same in several ways; only ours is a cursor.
            if (!text(bytes).equals(cursor)) throw Problem.of(ApiError.INVALID_CURSOR);
            return bytes;
        } catch (IllegalArgumentException notBase64) {
            throw Problem.of(ApiError.INVALID_CURSOR);
        }
    }

    private byte[] sign(String list, byte[] position) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(list.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(position), SIGNATURE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
