package org.hehuo.projects;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.media.PhotoView;

@Schema(name = "Outcome")
record OutcomeView(
        @Schema(required = true) List<ProjectInput.Figure> numbers,
        @Schema(required = true) String story,
        @Schema(required = true) List<UUID> beforePhotoIds,
        @Schema(required = true) List<UUID> afterPhotoIds,

        @Schema(required = true, description = "The same pictures with their addresses")
        List<PhotoView> beforePhotos,

        @Schema(required = true) List<PhotoView> afterPhotos,
        @Schema(required = true) Instant reportedAt) {

    static OutcomeView of(
            List<ProjectInput.Figure> numbers,
            String story,
            List<PhotoView> before,
            List<PhotoView> after,
            Instant reportedAt) {
        return new OutcomeView(numbers, story, ids(before), ids(after), before, after, reportedAt);
    }

    private static List<UUID> ids(List<PhotoView> photos) {
        return photos.stream().map(PhotoView::id).toList();
    }
}
