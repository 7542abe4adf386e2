package org.hehuo.categories;

import org.jspecify.annotations.Nullable;

record Category(String code, @Nullable String parent, String nameZh, String nameEn, String field, int slaDays) {}
