package dev.flagledger.contract.http.server;

import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;

/** Access to the parts of connectors. */
public final class Connectors {

    private Connectors() {}

    /** Returns the HTTP configuration of a connector, which all its protocols share. */
    public static HttpConfiguration http(Connector connector) {
        return connector
                .getConnectionFactory(HttpConfiguration.ConnectionFactory.class)
                .getHttpConfiguration();
    }
}
