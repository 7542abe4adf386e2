package org.hehuo.programme;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives a new database its areas, fields, categories, holidays and the programme's name: from a folder of CSV files that the
 * operator names, or from those that come with the product. A database that has them keeps its own.
 */
@ApplicationScoped
class Beginnings {
    static final int FIRST = 100;
    private static final String CALENDAR = "calendar";

    final BeginningsService service;
    final Optional<Path> folder;

    Beginnings(BeginningsService service, @ConfigProperty(name = "hehuo.programme-folder") Optional<Path> folder) {
        this.service = service;
        this.folder = folder;
    }

    void onStart(@Observes @Priority(FIRST) StartupEvent start) {
        if (service.isEmpty()) {
            service.load(read("areas"), read("fields"), read("categories"), read("programme"));
        }
        service.loadCalendar(read(CALENDAR));
    }

    private List<CSVRecord> read(String name) {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var in = open(name + ".csv");
                var rows = format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open(String file) throws IOException {
        var own = folder.map(f -> f.resolve(file));
        // Holidays are the whole country's: a district that has none of its own takes those that are known.
        boolean known = own.isPresent() && file.equals(CALENDAR + ".csv") && !Files.exists(own.get());
        if (own.isPresent() && !known) return Files.newInputStream(own.get());
        var in = Thread.currentThread().getContextClassLoader().getResourceAsStream("programme/" + file);
        if (in == null) throw new IOException("the product comes without " + file);
        return in;
    }
}
