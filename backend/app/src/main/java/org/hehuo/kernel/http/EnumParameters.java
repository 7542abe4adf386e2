package org.hehuo.kernel.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.hehuo.kernel.sql.Columns;
import org.jspecify.annotations.Nullable;

/** Enums in addresses are spelled as in JSON. */
@Provider
class EnumParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type.isEnum() ? (ParamConverter<T>) new Words(type) : null;
    }

    private record Words(Class<?> type) implements ParamConverter<Object> {
        @Override
        public Object fromString(String word) {
            for (Object constant : type.getEnumConstants()) {
                if (Columns.word((Enum<?>) constant).equals(word)) return constant;
            }
            throw new IllegalArgumentException("unknown value");
        }

        @Override
        public String toString(Object value) {
            return Columns.word((Enum<?>) value);
        }
    }
}
