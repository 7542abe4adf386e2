package org.hehuo.kernel.http;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.hehuo.kernel.sql.Columns;
import org.hehuo.kernel.text.CleanText;

/** How values look in JSON: enums as {@code snake_case}, quantities as decimal strings, text cleaned on its way in. */
@Singleton
class JsonForm implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper json) {
        var module = new SimpleModule();
        module.setDeserializers(new EnumDeserializers());
        module.addSerializer(enumType(), new EnumSerializer());
        module.addDeserializer(String.class, new CleanStrings());
        module.addSerializer(BigDecimal.class, new Quantities());
        json.registerModule(module);
        json.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        json.enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
        json.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        // Numbers and text stand for each other in quantities only.
        for (var type : List.of(Boolean.class, boolean.class)) {
            refuse(json, type, CoercionInputShape.Integer);
            refuse(json, type, CoercionInputShape.String);
            refuse(json, type, CoercionInputShape.EmptyString);
        }
        for (var type : List.of(int.class, Integer.class, double.class, Double.class))
            refuse(json, type, CoercionInputShape.String);
        json.configOverride(LocalDate.class).setFormat(JsonFormat.Value.forLeniency(false));
        json.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
    }

    private static void refuse(ObjectMapper json, Class<?> type, CoercionInputShape shape) {
        json.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
    }

    @SuppressWarnings("unchecked")
    private static Class<Enum<?>> enumType() {
        return (Class<Enum<?>>) (Class<?>) Enum.class;
    }

    private static final class EnumSerializer extends JsonSerializer<Enum<?>> {
        @Override
        public void serialize(Enum<?> value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(Columns.word(value));
        }
    }

    private static final class EnumDeserializers extends SimpleDeserializers {
        @Override
        public JsonDeserializer<?> findEnumDeserializer(
                Class<?> type, DeserializationConfig config, BeanDescription description) {
            return new WordDeserializer(type);
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> valueType) {
            return valueType.isEnum() || super.hasDeserializerFor(config, valueType);
        }
    }

    private static final class WordDeserializer extends StdScalarDeserializer<Enum<?>> {
        WordDeserializer(Class<?> type) {
            super(type);
        }

        @Override
        public Enum<?> deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String word = in.getValueAsString("");
            for (Object constant : handledType().getEnumConstants()) {
                if (Columns.word((Enum<?>) constant).equals(word)) return (Enum<?>) constant;
            }
            throw context.weirdStringException(word, handledType(), "unknown value");
        }
    }

    private static final class CleanStrings extends StdScalarDeserializer<String> {
        CleanStrings() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.currentToken().isScalarValue()
                    || in.currentToken().isNumeric()
                    || in.currentToken().isBoolean()) {
                return (String) context.handleUnexpectedToken(context.constructType(String.class), in);
            }
            try {
                return CleanText.clean(in.getText());
            } catch (IllegalArgumentException unstorable) {
                throw context.weirdStringException("", String.class, "text that cannot be stored");
            }
        }
    }

    private static final class Quantities extends JsonSerializer<BigDecimal> {
        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializerProvider provider) throws IOException {
            var plain = value.stripTrailingZeros();
            out.writeString((plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString());
        }
    }
}
