package org.hehuo.media;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.http.Located;
import org.jspecify.annotations.Nullable;

/** A picture and where its sizes are: each address answers WebP to whom takes it, JPEG to others. */
@Schema(name = "Photo")
public record PhotoView(
        @Schema(required = true) UUID id,

        @Schema(required = true, description = "At most 1920 pixels wide and high")
        String url,

        @Schema(required = true, description = "At most 960 pixels")
        String mediumUrl,

        @Schema(required = true, description = "At most 320 pixels")
        String thumbUrl,

        @Schema(required = true, description = "Pixels of the largest size")
        int width,

        @Schema(required = true) int height,

        @Schema(description = "What is to be seen, in the words of who took it") @Nullable
        String alt)
        implements Located {

    static PhotoView of(UUID id, int width, int height, @Nullable String alt) {
        return new PhotoView(id, address(id) + "large", address(id) + "medium", thumb(id), width, height, alt);
    }

    /** Where its smallest size is. */
    public static String thumb(UUID id) {
        return address(id) + "small";
    }

    private static String address(UUID id) {
        return "/api/v1/photos/" + id + "/";
    }

    @Override
    public String location() {
        return url;
    }
}
