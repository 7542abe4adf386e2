package org.hehuo.kernel.security;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Whether there is somebody to send a browser to. Without asking, it would end at an error page that is not ours. */
@ApplicationScoped
public class IdentityProvider {
    static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int BAD_GATEWAY = 502;

    final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    IdentityProvider(@ConfigProperty(name = "quarkus.oidc.auth-server-url") URI address) {
        this.address = address;
    }

    /** Only silence counts as absence: what else may be wrong is for the login itself to find out. */
    public Uni<Boolean> isAway() {
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        return Uni.createFrom()
                .completionStage(() -> http.sendAsync(request, HttpResponse.BodyHandlers.discarding()))
                .map(answer -> answer.statusCode() >= BAD_GATEWAY)
                .onFailure()
                .recoverWithItem(IdentityProvider::isSilence);
    }

    private static boolean isSilence(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof HttpTimeoutException) return true;
        }
        return false;
    }
}
