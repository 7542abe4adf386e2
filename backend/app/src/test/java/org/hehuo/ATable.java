package org.hehuo;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.hehuo.partners.CreditCode;

/** A list of partners as an office has it. */
public final class ATable {
    static final String HEAD = "单位名称,统一社会信用代码,单位类型,所属街道,联系人,联系电话,可提供资源,加入日期\n";

    private static final AtomicInteger CODES = new AtomicInteger();

    private final String name;
    private final byte[] bytes;

    private ATable(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    static ATable sample(String name) {
        try {
            return new ATable(name, Files.readAllBytes(Path.of("src/test/resources/import-samples", name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ATable of(byte[] bytes) {
        return new ATable("名录.xlsx", bytes);
    }

    /** A table with the usual columns. */
    static ATable with(String rows) {
        return of((HEAD + rows).getBytes(StandardCharsets.UTF_8));
    }

    Response tried() {
        return upload("?dryRun=true");
    }

    Response imported() {
        return upload("");
    }

    private Response upload(String query) {
        return within(Persona.as("admin1").request())
                .header("Idempotency-Key", Given.unique("table").replace(" ", ""))
                .post("/partners/import" + query);
    }

    RequestSpecification within(RequestSpecification request) {
        return request.multiPart("file", name, bytes, "application/octet-stream");
    }

    /** How many rows had this fate. */
    static int count(Response imported, String fate) {
        Map<String, Integer> counts = imported.jsonPath().getMap("counts.collectEntries { [it.fate, it.rows] }");
        return counts.get(fate);
    }

    /** An invented credit code whose check character is right. */
    static String code() {
        String body = "91370203XH9" + String.format("%06d", CODES.incrementAndGet());
        return CreditCode.CHARACTERS
                .chars()
                .mapToObj(check -> body + (char) check)
                .filter(CreditCode.Check::isValid)
                .findFirst()
                .orElseThrow();
    }
}
