package dev.flagledger.contract.http.server.protocol;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.DetectorConnectionFactory;
import org.eclipse.jetty.server.SslConnectionFactory;

/** Requires TLS, except from clients on this machine, so that health checks and tools need no certificate. */
final class NetworkTls extends DetectorConnectionFactory {

    NetworkTls(SslConnectionFactory tls) {
        super(tls);
    }

    /** Handles a connection that does not begin with a TLS handshake. */
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
