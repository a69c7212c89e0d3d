package dev.flagledger.query.dashboard;

import dev.flagledger.access.secret.ServerKeys;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the dashboard gets its own flags.
 *
 * @param environmentKey the key of an environment of this server; empty for the default of the dashboard, which asks its vendor
 */
@ConfigurationProperties("flagledger.dashboard")
record DashboardFlags(@DefaultValue("") String environmentKey) {

    DashboardFlags {
        environmentKey = environmentKey.strip();
        if (environmentKey.startsWith(ServerKeys.PREFIX)) {
            throw new IllegalArgumentException("A server key is secret, but the dashboard is told its key in public");
        }
    }
}
