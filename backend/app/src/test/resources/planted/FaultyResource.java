package org.hehuo.planted;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.hehuo.claims.ClaimService;
import org.jdbi.v3.core.Jdbi;

@Path("/planted")
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
    public void unguarded() {}
}
