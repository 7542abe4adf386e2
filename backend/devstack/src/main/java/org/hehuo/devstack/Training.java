package org.hehuo.devstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/** What visitors ask for most, asked so often that the JVM knows it as hot. The writing is done by the demo data, as it loads. */
record Training(String origin, String token) {
    private static final int TIMES = 1_500;

    /** Signs in as somebody of the demo data. */
    static Training as(String username, String origin, String realm) throws IOException {
        var form = "grant_type=password&client_id=hehuo-dev&username=%1$s&password=%1$s".formatted(username);
        var answer = json(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return new Training(origin, answer.required("access_token").asText());
    }

    void run() throws IOException {
        String topics = "/api/v1/topics?pageSize=20";
        String projects = "/api/v1/projects?pageSize=20";
        String topic = "/api/v1/topics/" + firstOf(topics);
        String project = "/api/v1/projects/" + firstOf(projects);
        var asked = List.of(
                "/",
                "/api/v1/programme",
                topics,
                topics + "&area=370203",
                topics + "&q=%E7%81%AF",
                topic,
                topic + "/replies?pageSize=50",
                topic + "/timeline",
                projects,
                project,
                "/api/v1/partners?pageSize=20");
        for (int i = 0; i < TIMES; i++) {
            for (String path : asked) {
                answer(to(path));
                answer(to(path).header("Authorization", "Bearer " + token));
            }
        }
    }

    private String firstOf(String list) throws IOException {
        return json(to(list)).required("items").required(0).required("id").asText();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path));
    }

    private static JsonNode json(HttpRequest.Builder request) throws IOException {
        return new ObjectMapper().readTree(answer(request));
    }

    private static String answer(HttpRequest.Builder request) throws IOException {
        var answer = Http.send(request);
        if (answer.statusCode() != 200) {
            throw new DevstackException(answer.uri() + " answers " + answer.statusCode());
        }
        return answer.body();
    }
}
