package org.hehuo.media;

/** The formats in which each size is kept. */
enum PhotoFormat {
    WEBP("image/webp", "webp"),
    JPEG("image/jpeg", "jpg");

    final String mediaType;
    final String extension;

    PhotoFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    String fileOf(PhotoSize size) {
        return size.name().toLowerCase(java.util.Locale.ROOT) + "." + extension;
    }
}
