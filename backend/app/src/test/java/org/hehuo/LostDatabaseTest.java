package org.hehuo;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** PostgreSQL ends every connection, as it does when it is started anew: who is signed in is told to wait, and stays signed in. */
@RealTest
class LostDatabaseTest {
    private static final List<Integer> SERVED_OR_TOLD_TO_WAIT = List.of(200, 503);

    @Test
    void aSessionOutlivesIt() throws SQLException {
        var browser = new Browser();
        browser.signIn("resident1", "/api/login?returnTo=/about");
        String session = browser.session();
        outlives(() -> given().header("Cookie", session).get("/api/v1/me"));
    }

    @Test
    void aProgramsTokenIsStillGood() throws SQLException {
        var program = Persona.theProgram();
        outlives(() -> program.get("/topics"));
        var staff = as("staff1");
        outlives(() -> staff.get("/people"));
    }

    private static void outlives(Supplier<Response> request) throws SQLException {
        for (int round = 0; round < 4; round++) {
            loseConnections();
            var answer = request.get();
            assertTrue(SERVED_OR_TOLD_TO_WAIT.contains(answer.statusCode()), answer::asString);
            assertTrue(answer.headers().getValues("Set-Cookie").isEmpty(), () -> "" + answer.headers());
        }
        await().until(() -> request.get().statusCode() == 200);
    }

    private static void loseConnections() throws SQLException {
        String url = System.getProperty("quarkus.datasource.jdbc.url");
        try (var connection = DriverManager.getConnection(url, "hehuo", "hehuo");
                var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = 'hehuo' and application_name = 'hehuo'");
        }
    }
}
