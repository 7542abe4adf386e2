package org.hehuo.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hehuo.kernel.security.Caller;
import org.hehuo.media.PhotoService;

/** A few illustrations for the demonstration's topics and results, uploaded by whoever shows them. */
@ApplicationScoped
class DemoPictures {
    final PhotoService photos;
    final ObjectMapper json;

    DemoPictures(PhotoService photos, ObjectMapper json) {
        this.photos = photos;
        this.json = json;
    }

    /**
     * Uploads what this thing shows.
     *
     * @param place a list of {@code pictures.json}: {@code topics}, {@code before}, {@code after}
     */
    List<UUID> of(String place, String code, Caller who) {
        var plan = plan();
        return DemoData.texts(plan.path(place), code).stream()
                .map(name -> upload(name, plan.path("alts").path(name).asText(), who))
                .toList();
    }

    private UUID upload(String name, String alt, Caller who) {
        try (var in = open("pictures/" + name + ".jpg")) {
            var file = Files.createTempFile("demo", ".jpg");
            try {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                return photos.upload(file, alt, who).id();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode plan() {
        try (var in = open("pictures.json")) {
            return json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream("demo/" + file));
    }
}
