package org.hehuo.categories;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param words by which people speak of it, in lower case */
record Category(
        String code,
        @Nullable String parent,
        String nameZh,
        String nameEn,
        String field,
        int slaDays,
        List<String> words,
        boolean retired) {

    CategoryChange editable() {
        return new CategoryChange(nameZh, nameEn, field, slaDays, words, retired);
    }
}
