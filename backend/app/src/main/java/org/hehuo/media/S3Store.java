package org.hehuo.media;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Pictures in a bucket of anything that speaks S3. Until the last file is there, the picture's row does not call it stored. */
final class S3Store implements PhotoStore {
    private final S3Client s3;
    private final String bucket;

    S3Store(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /** One request to the bucket. */
    private interface Request<T extends @Nullable Object> {
        T send();
    }

    @Override
    public void put(UUID photo, Map<String, byte[]> files) throws IOException {
        for (var file : files.entrySet()) {
            ask(() -> s3.putObject(
                    put -> put.bucket(bucket).key(key(photo, file.getKey())), RequestBody.fromBytes(file.getValue())));
        }
    }

    @Override
    public byte[] read(UUID photo, String file) throws IOException {
        return ask(() -> s3.getObjectAsBytes(get -> get.bucket(bucket).key(key(photo, file)))
                .asByteArrayUnsafe());
    }

    @Override
    public void delete(UUID photo) throws IOException {
        for (var size : PhotoSize.values()) {
            for (var format : PhotoFormat.values()) {
                ask(() -> s3.deleteObject(delete -> delete.bucket(bucket).key(key(photo, format.fileOf(size)))));
            }
        }
    }

    private static String key(UUID photo, String file) {
        return photo + "/" + file;
    }

    private static <T> T ask(Request<T> request) throws IOException {
        try {
            return request.send();
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }
}
