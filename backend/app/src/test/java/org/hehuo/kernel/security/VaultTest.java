package org.hehuo.kernel.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Keys are changed without losing what older ones locked. */
class VaultTest {
    private static final String OLD = "k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String NEW = "k2:ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";

    @Test
    void aNewKeyInFrontLeavesOlderTextsReadable() {
        byte[] older = new Vault(OLD).lock("13900000001");
        var rotated = new Vault(NEW + "," + OLD);
        assertEquals("13900000001", rotated.open(older));
        assertEquals("13900000002", new Vault(NEW).open(rotated.lock("13900000002")));
    }

    @Test
    void withoutItsKeyATextStaysLocked() {
        byte[] older = new Vault(OLD).lock("13900000001");
        assertThrows(IllegalStateException.class, () -> new Vault(NEW).open(older));
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Vault("k1:c2hvcnQ="));
        assertThrows(IllegalArgumentException.class, () -> new Vault("without-a-name"));
    }
}
