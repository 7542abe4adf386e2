package org.hehuo.delivery;

import static org.hehuo.kernel.security.Role.R;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.http.MergePatch;
import org.hehuo.kernel.security.CurrentCaller;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/me/notification-settings")
@Tag(name = "me")
@RolesAllowed(R)
class SettingsResource {
    final SettingsService settings;
    final CurrentCaller caller;

    SettingsResource(SettingsService settings, CurrentCaller caller) {
        this.settings = settings;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "How I am told, besides the list on the screen")
    public SettingsView getNotificationSettings() {
        return settings.mine(caller.get());
    }

    @PATCH
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Change how I am told",
            description = "A new `email` is sent a link, good for a day; name it again and another one is sent.")
    public SettingsView changeNotificationSettings(
            @RestHeader("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = SettingsChange.class))) JsonNode patch) {
        return settings.change(ifMatch, patch, caller.get());
    }
}
