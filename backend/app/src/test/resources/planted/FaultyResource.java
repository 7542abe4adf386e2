package org.hehuo.planted;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import org.hehuo.claims.ClaimService;
import org.jdbi.v3.core.Jdbi;

@Path("/planted")
@PermitAll
@Transactional
public class FaultyResource {
    final Jdbi jdbi;
    final ClaimService upstairs;

    FaultyResource(Jdbi jdbi, ClaimService upstairs) {
        this.jdbi = jdbi;
        this.upstairs = upstairs;
    }

    @GET
    String silentlyDropped() {
        return "";
    }

    @POST
    @Transactional
    @RolesAllowed("admin")
    public void guardedTwice() throws IOException {
        Runtime.getRuntime().exec(new String[] {"convert"});
    }
}
