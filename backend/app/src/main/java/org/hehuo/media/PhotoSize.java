package org.hehuo.media;

/** The sizes in which each picture is kept. */
enum PhotoSize {
    SMALL(320),
    MEDIUM(960),
    LARGE(1920);

    /** The longer edge at most, in pixels; smaller pictures are never enlarged. */
    final int edge;

    PhotoSize(int edge) {
        this.edge = edge;
    }
}
