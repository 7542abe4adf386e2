package org.hehuo.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Chooses where pictures are kept. */
@ApplicationScoped
class PhotoStores {

    @Produces
    @Singleton
    PhotoStore store(@ConfigProperty(name = "hehuo.media.folder") Path folder) {
        return new FolderStore(folder);
    }
}
