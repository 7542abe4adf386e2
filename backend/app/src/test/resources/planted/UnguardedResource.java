package org.hehuo.planted;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/unguarded")
public class UnguardedResource {

    @POST
    public void unguarded() {}
}
