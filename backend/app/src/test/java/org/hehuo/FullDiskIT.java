package org.hehuo;

import static org.hehuo.APicture.aPicture;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** There is no room left, for pictures or in the database: it is said clearly, nothing is kept by halves, and room is enough to go on. */
class FullDiskIT {
    private static final String ROOM = "2m";
    private static final int BLOCK = 4096;

    private static Path media;
    private static Process application;

    @BeforeAll
    static void start() throws Exception {
        media = Files.createTempDirectory("hehuo-full-disk");
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=" + ROOM, "tmpfs", "" + media) == 0, "may not mount");
        RestAssured.port = Packaged.freePort();
        application = Packaged.launch(
                "full-disk.log",
                Map.of(
                        "QUARKUS_PROFILE", "dev",
                        "HEHUO_DEMO", "false",
                        "HEHUO_MEDIA_FOLDER", media.toString(),
                        "QUARKUS_HTTP_HOST", "localhost",
                        "QUARKUS_HTTP_PORT", String.valueOf(RestAssured.port)));
        Packaged.awaitReady();
    }

    @AfterAll
    static void end() throws Exception {
        if (application != null) application.destroyForcibly().waitFor();
        run("umount", "" + media);
        Files.deleteIfExists(media);
    }

    @Test
    void aPictureForWhichThereIsNoRoomIsRefusedWholeAndTakenOnceThereIsRoom() throws Exception {
        String key = Given.unique("key");
        int before = stored();
        Path filler = fill();
        for (int again = 0; again < 3; again++) {
            var refused = Answer.to(() -> upload(key));
            refused.saysWhenToComeAgain();
            assertEquals("photo.not_stored", refused.response().path("code"));
        }
        assertEquals(List.of(filler), files());
        assertEquals(before, stored());
        Files.delete(filler);
        String photo = upload(key).then().statusCode(201).extract().path("id");
        assertEquals(photo, upload(key).path("id"));
        assertEquals(before + 1, stored());
        as("resident1").get("/photos/{id}/large", photo).then().statusCode(200);
    }

    /** What PostgreSQL says then: the write and all that belongs to it is undone. */
    @Test
    void aDatabaseWithoutRoomRefusesAndKeepsNothing() throws SQLException {
        String title = Given.unique("voll");
        int events = count("select count(*) from event");
        sql("""
            create function no_room() returns trigger language plpgsql as
            $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$""");
        // The last thing that a new topic writes.
        sql("create trigger no_room before insert on idempotency_key for each row execute function no_room()");
        try {
            var refused = Answer.to(() -> post(title));
            refused.saysWhenToComeAgain();
            assertEquals("unavailable", refused.response().path("code"));
        } finally {
            sql("drop function no_room() cascade");
        }
        assertEquals(0, topics(title));
        assertEquals(events, count("select count(*) from event"));
        String id = post(title).then().statusCode(201).extract().path("id");
        assertEquals(id, post(title).path("id"));
        assertEquals(1, topics(title));
    }

    private static Response post(String title) {
        var form = Map.of("title", title, "body", "黑", "areaCode", Town.HOME, "category", "PWR01");
        return as("resident1").json(form).header("Idempotency-Key", title).post("/topics");
    }

    private static Response upload(String key) {
        return as("resident1")
                .request()
                .header("Idempotency-Key", key)
                .multiPart("file", "lamp.jpg", aPicture().jpeg(), "image/jpeg")
                .post("/photos");
    }

    /** Leaves nothing but one block, for a disk is rarely full to the byte. */
    private static Path fill() throws IOException {
        Path filler = media.resolve("filler");
        try (var out = Files.newOutputStream(filler)) {
            assertThrows(IOException.class, () -> {
                while (true) out.write(new byte[BLOCK]);
            });
        }
        try (var file = java.nio.channels.FileChannel.open(filler, java.nio.file.StandardOpenOption.WRITE)) {
            file.truncate(file.size() - 2 * BLOCK);
        }
        return filler;
    }

    private static List<Path> files() throws IOException {
        try (var all = Files.walk(media)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static int stored() throws SQLException {
        return count("select count(*) from photo where stored");
    }

    private static int topics(String title) throws SQLException {
        return count("select count(*) from topic where title = '" + title + "'");
    }

    private static int count(String sql) throws SQLException {
        String url = System.getProperty("quarkus.datasource.jdbc.url");
        try (var connection = DriverManager.getConnection(url, "hehuo", "hehuo");
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void sql(String sql) throws SQLException {
        String url = System.getProperty("quarkus.datasource.jdbc.url");
        try (var connection = DriverManager.getConnection(url, "hehuo", "hehuo")) {
            connection.createStatement().execute(sql);
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }
}
