package org.hehuo.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.robothy.s3.rest.LocalS3;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same of every place where pictures can be kept: a folder, and a bucket of a server that speaks S3. */
class PhotoStoreTest {
    @TempDir
    static Path folder;

    private static LocalS3 server;

    @BeforeAll
    static void aServerSpeaksS3() {
        System.setProperty("aws.accessKeyId", "someone");
        System.setProperty("aws.secretAccessKey", "secret");
        server = LocalS3.builder().port(-1).build();
        server.start();
        PhotoStores.client(Optional.of(address()), "us-east-1").createBucket(b -> b.bucket("pictures"));
    }

    @AfterAll
    static void itStops() {
        server.shutdown();
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    private static URI address() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    static Stream<PhotoStore> stores() {
        return Stream.of(new FolderStore(folder), bucket("pictures"));
    }

    private static PhotoStore bucket(String name) {
        return new S3Store(PhotoStores.client(Optional.of(address()), "us-east-1"), name);
    }

    private static Map<String, byte[]> files() {
        return Arrays.stream(PhotoSize.values())
                .flatMap(size -> Arrays.stream(PhotoFormat.values()).map(format -> format.fileOf(size)))
                .collect(Collectors.toMap(name -> name, name -> name.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void whatIsKeptIsFound(PhotoStore store) throws IOException {
        UUID photo = UUID.randomUUID();
        store.put(photo, files());
        for (var file : files().entrySet()) assertArrayEquals(file.getValue(), store.read(photo, file.getKey()));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void whatIsRemovedIsGone(PhotoStore store) throws IOException {
        UUID photo = UUID.randomUUID();
        store.put(photo, files());
        store.delete(photo);
        store.delete(photo);
        for (String file : files().keySet()) assertThrows(IOException.class, () -> store.read(photo, file));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void onePictureIsNotAnother(PhotoStore store) throws IOException {
        UUID kept = UUID.randomUUID();
        UUID gone = UUID.randomUUID();
        store.put(kept, files());
        store.put(gone, files());
        store.delete(gone);
        assertArrayEquals("small.jpg".getBytes(UTF_8), store.read(kept, "small.jpg"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void whereNothingCanBeKeptItIsSaid(PhotoStore store) {
        UUID photo = UUID.randomUUID();
        assertThrows(IOException.class, () -> store.put(photo, files()));
        assertThrows(IOException.class, () -> store.read(photo, "small.jpg"));
    }

    static Stream<PhotoStore> broken() {
        return Stream.of(new FolderStore(Path.of("/dev/null/pictures")), bucket("nowhere"));
    }
}
