package org.hehuo.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Pictures in a folder: a folder a picture, which appears whole or not at all. */
final class FolderStore implements PhotoStore {
    private static final String UNFINISHED = ".unfinished";

    private final Path root;

    FolderStore(Path root) {
        this.root = root;
    }

    @Override
    public void put(UUID photo, Map<String, byte[]> files) throws IOException {
        var unfinished = root.resolve(UNFINISHED).resolve(photo.toString());
        try {
            Files.createDirectories(unfinished);
            for (var file : files.entrySet()) {
                Path path = unfinished.resolve(file.getKey());
                Files.write(path, file.getValue());
                sync(path);
            }
            Files.createDirectories(shelf(photo));
            Files.move(unfinished, folder(photo), StandardCopyOption.ATOMIC_MOVE);
            sync(shelf(photo));
        } catch (IOException e) {
            deleteAll(unfinished);
            throw e;
        }
    }

    @Override
    public byte[] read(UUID photo, String file) throws IOException {
        return Files.readAllBytes(folder(photo).resolve(file));
    }

    @Override
    public void delete(UUID photo) throws IOException {
        deleteAll(folder(photo));
        deleteAll(root.resolve(UNFINISHED).resolve(photo.toString()));
    }

    /** One of 256. */
    private Path shelf(UUID photo) {
        return root.resolve(photo.toString().substring(0, 2));
    }

    private Path folder(UUID photo) {
        return shelf(photo).resolve(photo.toString());
    }

    private static void sync(Path path) throws IOException {
        var options = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (var channel = FileChannel.open(path, options)) {
            channel.force(true);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (var paths = Files.walk(folder)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
        } catch (NoSuchFileException none) {
            return;
        }
        for (var path : deepestFirst) Files.deleteIfExists(path);
    }
}
