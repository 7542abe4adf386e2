package org.hehuo.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Chooses where pictures are kept: in a bucket where one is named, else in a folder. */
@ApplicationScoped
class PhotoStores {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Produces
    @Singleton
    PhotoStore store(
            @ConfigProperty(name = "hehuo.media.folder") Path folder,
            @ConfigProperty(name = "hehuo.media.bucket") Optional<String> bucket,
            @ConfigProperty(name = "hehuo.media.s3.endpoint") Optional<URI> endpoint,
            @ConfigProperty(name = "hehuo.media.s3.region") String region) {
        return bucket.<PhotoStore>map(name -> new S3Store(client(endpoint, region), name))
                .orElseGet(() -> new FolderStore(folder));
    }

    /** Signs in as the environment says ({@code AWS_ACCESS_KEY_ID} …, or what the machine was given). */
    static S3Client client(Optional<URI> endpoint, String region) {
        var client = S3Client.builder()
                .region(Region.of(region))
                // What only the newest servers understand is left out: any that speaks S3 will do.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(PATIENCE)
                        .socketTimeout(PATIENCE)
                        .build());
        endpoint.ifPresent(address -> client.endpointOverride(address).forcePathStyle(true));
        return client.build();
    }
}
