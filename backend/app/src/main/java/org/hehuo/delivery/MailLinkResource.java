package org.hehuo.delivery;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.http.Idempotent;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What the links in our mails do, for whoever has them: no sign-in, and nothing by a mere look. */
@Path("/api/v1/mail")
@Tag(name = "mail", description = "The links in our mails")
@Idempotent
class MailLinkResource {
    private static final int LONGEST = 1000;

    final SettingsService settings;

    MailLinkResource(SettingsService settings) {
        this.settings = settings;
    }

    /** What stands behind {@code #} in the link. */
    @Schema(name = "MailToken")
    record Token(@NotBlank @Size(max = LONGEST) String token) {}

    @POST
    @Path("confirm")
    @PermitAll
    @ResponseStatus(204)
    @Operation(
            summary = "This address is mine",
            description = "409 `email_link.spent` for a link that is too old, or for another address than the one now.")
    public void confirmEmail(@Valid Token link) {
        settings.confirmEmail(link.token());
    }

    @POST
    @Path("unsubscribe/{token}")
    @PermitAll
    @ResponseStatus(204)
    @Operation(
            summary = "No more e-mail to me",
            description = "The one click of RFC 8058: mail programs ask it with `List-Unsubscribe=One-Click`.")
    public void unsubscribe(@Size(max = LONGEST) String token) {
        settings.unsubscribe(token);
    }

    /** Where a mail program knows no better than to open the address: to the page with the button. Who only looks ends nothing. */
    @GET
    @Path("unsubscribe/{token}")
    @PermitAll
    @Operation(hidden = true)
    public Response showUnsubscribe(@Size(max = LONGEST) String token) {
        return Response.seeOther(Links.pageOf(Links.Purpose.UNSUBSCRIBE, token)).build();
    }
}
