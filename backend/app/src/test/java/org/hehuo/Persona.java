package org.hehuo;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody who calls the API: one of the demo people, the third party's program, or a passer-by.
 *
 * @param account the account in the realm; empty for a passer-by
 */
public record Persona(String account) {
    /** The third party: a program with a service account. */
    public static final String PROGRAM = "hehuo-integration";

    /** Somebody who is signed in; the demo people have their place in the {@link Town}. */
    public static Persona as(String account) {
        Town.settle();
        return new Persona(account);
    }

    public static Persona aPasserBy() {
        Town.settle();
        return new Persona("");
    }

    public static Persona theProgram() {
        return as(PROGRAM);
    }

    /** Known to the product from now on, as after a first sign-in. */
    Persona arrives() {
        get("/me").then().statusCode(200);
        return this;
    }

    public UUID id() {
        return Realm.subject(Realm.token(account));
    }

    public Response get(String path, Object... parts) {
        return request().get(path, parts);
    }

    public Response post(String path, Map<String, ?> body, Object... parts) {
        return json(body).post(path, parts);
    }

    /** A step that needs no words. */
    public Response step(String path, Object... parts) {
        return post(path, Map.of(), parts);
    }

    public Response put(String path, Map<String, ?> body, Object... parts) {
        return json(body).put(path, parts);
    }

    public Response delete(String path, Object... parts) {
        return request().delete(path, parts);
    }

    /** @param etag the version that was read */
    public Response patch(String etag, String path, Map<String, ?> body, Object... parts) {
        return json(body).header("If-Match", etag).patch(path, parts);
    }

    /** How often they have been told this of it, among the newest hundred of their notifications. */
    int told(String type, String subject) {
        return get("/me/notifications?pageSize=100")
                .jsonPath()
                .getList("items.findAll { it.type == '" + type + "' && it.subject.id == '" + subject + "' }")
                .size();
    }

    /** A request of which the test says more. */
    public RequestSpecification request() {
        var request = given().basePath("/api/v1");
        return account.isEmpty() ? request : request.auth().oauth2(Realm.token(account));
    }

    public RequestSpecification json(Object body) {
        return request().contentType("application/json").body(body);
    }
}
