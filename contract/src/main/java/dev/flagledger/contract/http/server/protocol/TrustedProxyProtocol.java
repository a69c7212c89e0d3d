package dev.flagledger.contract.http.server.protocol;

import dev.flagledger.contract.http.server.TrustedProxies;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.ProxyConnectionFactory;

/**
 * The PROXY protocol, versions 1 and 2, from trusted proxies only; Jetty's own factory trusts every sender. Connections of trusted
 * peers without its header, such as health checks, are served as usual.
 */
final class TrustedProxyProtocol extends ProxyConnectionFactory {

    private final TrustedProxies proxies;

    TrustedProxyProtocol(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        return proxies.contains(endPoint.getRemoteSocketAddress())
                ? super.newConnection(connector, endPoint)
                : connector.getConnectionFactory(findNextProtocol(connector)).newConnection(connector, endPoint);
    }
}
