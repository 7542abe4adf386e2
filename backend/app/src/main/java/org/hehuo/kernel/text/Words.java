package org.hehuo.kernel.text;

import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.ResourceBundle;

/** The sentences that the backend itself says, from {@code words.properties} (Chinese) and {@code words_en.properties}. */
public final class Words {
    private static final Map<Language, ResourceBundle> BUNDLES = new EnumMap<>(Language.class);

    static {
        var noFallback = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        for (var language : Language.values()) {
            BUNDLES.put(language, ResourceBundle.getBundle("words", language.locale(), noFallback));
        }
    }

    private Words() {}

    /** The sentence for a key; the key itself where nobody wrote one, so that a gap shows instead of failing. */
    public static String say(Language language, String key, Object... arguments) {
        var bundle = BUNDLES.get(language);
        if (bundle == null || !bundle.containsKey(key)) return key;
        return new MessageFormat(bundle.getString(key), language.locale()).format(arguments);
    }

    public static boolean knows(Language language, String key) {
        var bundle = BUNDLES.get(language);
        return bundle != null && bundle.containsKey(key);
    }
}
