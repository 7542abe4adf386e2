package org.hehuo.media;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** Where the files of pictures are kept. */
interface PhotoStore {

    /** Keeps all files of a picture, or none. */
    void put(UUID photo, Map<String, byte[]> files) throws IOException;

    byte[] read(UUID photo, String file) throws IOException;

    /** Removes all files of a picture; also where there are none. */
    void delete(UUID photo) throws IOException;
}
