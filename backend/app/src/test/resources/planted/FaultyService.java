package org.hehuo.planted;

import jakarta.ws.rs.core.Response;
import java.time.Instant;

final class FaultyService {
    private FaultyService() {}

    static Response answer() {
        System.out.println(Instant.now());
        Thread.startVirtualThread(() -> {});
        return Response.ok().build();
    }
}
