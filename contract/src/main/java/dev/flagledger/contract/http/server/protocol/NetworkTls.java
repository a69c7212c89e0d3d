package dev.flagledger.contract.http.server.protocol;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.DetectorConnectionFactory;
import org.eclipse.jetty.server.SslConnectionFactory;

/**
 * TLS for whoever comes over the network. Clients on this machine may do without it, so that health checks and tools need to know
 * no certificate.
 */
final class NetworkTls extends DetectorConnectionFactory {

    NetworkTls(SslConnectionFactory tls) {
        super(tls);
    }

    /** Takes a connection that does not begin as TLS does. */
    @Override
    protected void nextProtocol(Connector connector, EndPoint endPoint, ByteBuffer begin) {
        if (endPoint.getRemoteSocketAddress() instanceof InetSocketAddress client
                && !client.isUnresolved()
                && client.getAddress().isLoopbackAddress()) {
            super.nextProtocol(connector, endPoint, begin);
        } else {
            endPoint.close();
        }
    }
}
