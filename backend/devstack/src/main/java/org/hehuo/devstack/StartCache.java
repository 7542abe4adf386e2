package org.hehuo.devstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a JVM wrote down about the application in a training run: classes in the form that it needs them in, and which methods are
 * hot (JEP 483, 514, 515). It fits this build on this JDK; another one leaves it aside with a warning.
 */
record StartCache(Path file) {
    private static final int FIRST_JDK = 25;

    static StartCache of(Checkout checkout) {
        return new StartCache(checkout.packaged().resolve("hehuo.aot"));
    }

    List<String> use() {
        return supported() && Files.exists(file) ? List.of("-XX:AOTCache=" + file) : List.of();
    }

    List<String> write() {
        if (!supported()) {
            throw new DevstackException("A start cache takes JDK " + FIRST_JDK + " or later; this is JDK "
                    + Runtime.version().feature());
        }
        return List.of("-XX:AOTCacheOutput=" + file);
    }

    private static boolean supported() {
        return Runtime.version().feature() >= FIRST_JDK;
    }
}
