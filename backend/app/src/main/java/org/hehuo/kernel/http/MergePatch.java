package org.hehuo.kernel.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;

/** JSON Merge Patch (RFC 7396) on the part of a thing that may be edited. */
@ApplicationScoped
public class MergePatch {
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    final ObjectMapper json;
    final Validator validator;

    MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * What the editable part becomes.
     *
     * @param now the editable part as it is
     * @throws Problem {@code malformed} for what is no object; {@code invalid} where the result breaks a bound
     */
    public <T> T apply(T now, JsonNode patch, Class<T> type) {
        if (!(patch instanceof ObjectNode changes)) throw Problem.of(ApiError.MALFORMED);
        ObjectNode merged = json.valueToTree(now);
        merge(merged, changes);
        try {
            T result = json.treeToValue(merged, type);
            var violations = validator.validate(result);
            if (!violations.isEmpty()) throw new ConstraintViolationException(violations);
            return result;
        } catch (JsonProcessingException e) {
            throw new MalformedJson(e);
        }
    }

    private static void merge(ObjectNode target, ObjectNode changes) {
        changes.properties().forEach(change -> {
            String name = change.getKey();
            JsonNode value = change.getValue();
            if (value.isNull()) {
                target.remove(name);
            } else if (value instanceof ObjectNode inner) {
                merge(target.get(name) instanceof ObjectNode old ? old : target.putObject(name), inner);
            } else {
                target.set(name, value);
            }
        });
    }
}
