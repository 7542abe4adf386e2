package org.hehuo.kernel.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.hehuo.kernel.problem.ProblemBody;
import org.jspecify.annotations.Nullable;

/** Says in the contract what holds for every operation: how to sign in, what can go wrong, how values are spelled. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {
    /** Sorted, since the contract is compared letter by letter. */
    private static final Map<String, String> PROBLEMS = new TreeMap<>(Map.ofEntries(
            Map.entry("400", "Malformed, or with an unknown parameter or field"),
            Map.entry("401", "Not signed in"),
            Map.entry("403", "Not yours"),
            Map.entry("404", "Not there, or not for you to see"),
            Map.entry("406", "Only JSON is offered"),
            Map.entry("409", "Not in a state that allows it, or somebody was quicker"),
            Map.entry("412", "Changed since it was read"),
            Map.entry("413", "Too large"),
            Map.entry("414", "The address is longer than 4,000 characters"),
            Map.entry("415", "Not JSON"),
            Map.entry("422", "The form breaks a bound"),
            Map.entry("428", "`If-Match` is missing"),
            Map.entry("429", "Too many requests"),
            Map.entry("500", "Our fault"),
            Map.entry("503", "Recovering; see `Retry-After`")));

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.setServers(List.of(OASFactory.createServer().url("/").description("Where it runs")));
        var components = api.getComponents();
        components.addSecurityScheme(
                "bearer",
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("Programs: an access token of the realm"));
        components.addSecurityScheme(
                "session",
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name("q_session")
                        .description("Browsers: after `GET /api/login`"));
        PROBLEMS.forEach((status, text) -> components.addResponse("Problem" + status, problem(text)));
        api.getPaths().getPathItems().forEach(ContractFilter::complete);
    }

    @Override
    public @Nullable Schema filterSchema(Schema schema) {
        if (schema.getEnumeration() != null) {
            schema.setEnumeration(schema.getEnumeration().stream()
                    .<Object>map(word -> word.toString().toLowerCase(Locale.ROOT))
                    .toList());
        }
        return schema;
    }

    private static void complete(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> complete(path, method, operation));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        boolean open = operation.getResponses().getAPIResponse("401") == null && method == PathItem.HttpMethod.GET;
        operation.setSecurity(security(open));
        var responses = operation.getResponses();
        responses.getAPIResponses().keySet().stream()
                .filter(PROBLEMS::containsKey)
                .toList()
                .forEach(responses::removeAPIResponse);
        // What makes something answers 201.
        var answer = responses.getAPIResponse("200");
        if (answer != null && operation.getOperationId().matches("(create|add).*")) {
            responses.removeAPIResponse("200");
            responses.addAPIResponse("201", answer.description("Created"));
        }
        if (isSingle(path, method)) {
            responses.addAPIResponse(
                    "304", OASFactory.createAPIResponse().description("The same as `If-None-Match` says"));
        }
        for (String status : statuses(path, method, operation)) {
            responses.addAPIResponse(status, OASFactory.createAPIResponse().ref("Problem" + status));
        }
        if (method == PathItem.HttpMethod.POST) operation.addParameter(idempotencyKey());
    }

    private static List<SecurityRequirement> security(boolean open) {
        var all = new ArrayList<SecurityRequirement>();
        all.add(OASFactory.createSecurityRequirement().addScheme("bearer", List.of()));
        all.add(OASFactory.createSecurityRequirement().addScheme("session", List.of()));
        if (open) all.add(OASFactory.createSecurityRequirement());
        return all;
    }

    private static List<String> statuses(String path, PathItem.HttpMethod method, Operation operation) {
        var statuses = new ArrayList<>(List.of("400", "401", "403", "406", "429", "500", "503"));
        if (path.contains("{") || asksForAThing(operation)) statuses.add("404");
        if (method == PathItem.HttpMethod.GET) statuses.add("414");
        if (operation.getRequestBody() != null) statuses.addAll(List.of("413", "415", "422"));
        if (method == PathItem.HttpMethod.POST) statuses.addAll(List.of("409", "422"));
        if (method == PathItem.HttpMethod.PATCH) statuses.addAll(List.of("409", "412", "428"));
        return statuses.stream().distinct().sorted().toList();
    }

    private static boolean asksForAThing(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(p -> p.getIn() == Parameter.In.QUERY && Boolean.TRUE.equals(p.getRequired()));
    }

    /** A single thing has an `ETag`. */
    private static boolean isSingle(String path, PathItem.HttpMethod method) {
        return method == PathItem.HttpMethod.GET && path.matches(".*/(\\{[^}]*}|me|programme|notification-settings)");
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .description(
                        "Repeat a request safely: the same key and body get the first answer again, for seven days")
                .schema(OASFactory.createSchema()
                        .type(List.of(Schema.SchemaType.STRING))
                        .minLength(1)
                        .maxLength(255));
    }

    private static APIResponse problem(String description) {
        var schema = OASFactory.createSchema().ref("Problem");
        var media = OASFactory.createMediaType().schema(schema);
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent().addMediaType(ProblemBody.MEDIA_TYPE, media));
    }
}
