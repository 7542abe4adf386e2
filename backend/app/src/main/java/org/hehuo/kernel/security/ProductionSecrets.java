package org.hehuo.kernel.security;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Refuses to start in production with a secret that the source tree knows. */
@ApplicationScoped
class ProductionSecrets {
    private static final int BEFORE_ALL_OTHERS = 1;
    private static final List<String> SECRETS =
            List.of("hehuo.cursor-key", "hehuo.contact-keys", "quarkus.oidc.credentials.secret");
    private static final List<String> KNOWN = List.of("not-for-production", "dev:");

    final Config config;

    ProductionSecrets(Config config) {
        this.config = config;
    }

    void onStart(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent start) {
        if (!ConfigUtils.isProfileActive("prod")) return;
        for (String name : SECRETS) {
            String value = config.getValue(name, String.class);
            if (KNOWN.stream().anyMatch(value::contains)) {
                throw new IllegalStateException(name + " is the development one: give production a secret of its own");
            }
        }
    }
}
