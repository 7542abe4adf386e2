package org.hehuo.media;

import static org.hehuo.kernel.security.Role.R;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.CurrentCaller;
import org.hehuo.kernel.security.RequiresScope;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/photos")
@Tag(name = "photos", description = "Pictures of what is wrong and of what came of it")
class PhotoResource {
    final PhotoService photos;
    final long mostBytes;
    final CurrentCaller caller;

    PhotoResource(
            PhotoService photos, @ConfigProperty(name = "hehuo.limits.picture") MemorySize most, CurrentCaller caller) {
        this.mostBytes = most.asLongValue();
        this.photos = photos;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(R)
    @ResponseStatus(201)
    @RequiresScope("topics:write")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Upload a picture", description = """
                    One part `file`: JPEG, PNG or WebP, at most 10 MB and 60 million pixels, judged by its content. It is turned \
                    upright, shrunk to three sizes and stripped of all metadata; the original is not kept. Name its id where it \
                    belongs within seven days, or it is removed.""")
    public PhotoView uploadPhoto(
            @RestForm(FileUpload.ALL) List<FileUpload> files,
            @RestForm @PartType(MediaType.TEXT_PLAIN) @Size(max = 200) @Nullable String alt) {
        if (files.size() != 1 || !files.getFirst().name().equals("file")) throw Problem.invalid("file", "required");
        var file = files.getFirst();
        if (file.size() > mostBytes) throw Problem.of(ApiError.TOO_LARGE);
        return photos.upload(file.uploadedFile(), alt, caller.get());
    }

    /** What is to be seen, for those who do not see it. */
    record Description(@NotBlank @Size(max = 200) String alt) {}

    @POST
    @Path("{id}/describe")
    @RolesAllowed(R)
    @RequiresScope("topics:write")
    @Idempotent
    @Operation(
            summary = "Say what one's own picture shows, for those who do not see it",
            description = "While the topic or reply on which it hangs is neither over nor hidden.")
    public PhotoView describePhoto(UUID id, @Valid Description description) {
        return photos.describe(id, description.alt(), caller.get());
    }

    @GET
    @Path("{id}/{size}")
    @PermitAll
    @Produces({"image/jpeg", "image/webp"})
    @Operation(
            summary = "A picture in one of its sizes",
            description =
                    "WebP for whom takes it, else JPEG. Where it hangs on nothing public it is for those concerned only.")
    public Response getPhoto(UUID id, PhotoSize size, @RestHeader(HttpHeaders.ACCEPT) @Nullable String accept) {
        var format =
                accept != null && accept.contains(PhotoFormat.WEBP.mediaType) ? PhotoFormat.WEBP : PhotoFormat.JPEG;
        var shown = photos.show(id, size, format, caller.get());
        return Response.ok(shown.bytes, format.mediaType)
                .header(HttpHeaders.VARY, shown.open ? "Accept" : "Accept, Cookie, Authorization")
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        shown.open ? "public, max-age=2592000, immutable" : "private, no-store")
                .build();
    }
}
