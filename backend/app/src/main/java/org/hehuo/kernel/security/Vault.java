package org.hehuo.kernel.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Personal data at rest: AES-256-GCM. The name of the key stands in front of each text, so that a new key can be put
 * first while older texts stay readable.
 */
@ApplicationScoped
public class Vault {
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    final String current;
    final SecureRandom random = new SecureRandom();

    /** @param keys {@code name:base64} of 32 bytes each, separated by commas; the first one locks */
    Vault(@ConfigProperty(name = "hehuo.contact-keys") String keys) {
        for (String entry : keys.split(",")) {
            String[] parts = entry.strip().split(":", 2);
            byte[] key = parts.length == 2 ? Base64.getDecoder().decode(parts[1]) : new byte[0];
            if (key.length != KEY) {
                throw new IllegalArgumentException("hehuo.contact-keys takes name:base64 of " + KEY + " bytes each");
            }
            this.keys.put(parts[0], new SecretKeySpec(key, "AES"));
        }
        current = this.keys.keySet().iterator().next();
    }

    public byte[] lock(String text) {
        return lock(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] lock(byte[] plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] name = current.getBytes(StandardCharsets.UTF_8);
        byte[] secret = run(Cipher.ENCRYPT_MODE, current, nonce, plain);
        return ByteBuffer.allocate(1 + name.length + NONCE + secret.length)
                .put((byte) name.length)
                .put(name)
                .put(nonce)
                .put(secret)
                .array();
    }

    /** The names of all keys but the one that locks. */
    List<String> olderKeys() {
        return keys.keySet().stream().skip(1).toList();
    }

    public String open(byte[] locked) {
        return new String(openBytes(locked), StandardCharsets.UTF_8);
    }

    public byte[] openBytes(byte[] locked) {
        var in = ByteBuffer.wrap(locked);
        byte[] name = new byte[in.get()];
        in.get(name);
        byte[] nonce = new byte[NONCE];
        in.get(nonce);
        byte[] secret = new byte[in.remaining()];
        in.get(secret);
        return run(Cipher.DECRYPT_MODE, new String(name, StandardCharsets.UTF_8), nonce, secret);
    }

    private byte[] run(int mode, String key, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("personal data cannot be read or written with the key " + key, e);
        }
    }
}
