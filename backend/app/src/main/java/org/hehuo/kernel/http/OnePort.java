package org.hehuo.kernel.http;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Health and metrics have a port of their own, which in production is the only one that answers them. Elsewhere one port is
 * enough: the public one answers them too.
 */
@ApplicationScoped
class OnePort {

    void mount(@Observes ManagementInterface operators, Router everybody) {
        if (!ConfigUtils.isProfileActive("prod")) everybody.route().subRouter(operators.router());
    }
}
