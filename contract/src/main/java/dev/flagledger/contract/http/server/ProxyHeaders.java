package dev.flagledger.contract.http.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HostPortHttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.HostPort;
import org.jspecify.annotations.Nullable;

/**
 * Reads a client's address, protocol, host and port from the {@code X-Forwarded-*} headers of trusted proxies. The client is the
 * last address of a chain that is not a proxy's: the client may have written those before it. Jetty's own customizer trusts every
 * sender and takes the first.
 */
final class ProxyHeaders implements HttpConfiguration.Customizer {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final TrustedProxies proxies;

    ProxyHeaders(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        if (!(request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress peer)
                || !proxies.contains(peer)) {
            return request;
        }
        return new Forwarded(
                request,
                client(request.getHeaders().getCSV("X-Forwarded-For", false), peer),
                uri(request.getHttpURI(), request.getHeaders()));
    }

    /** Returns the client at the far end of a chain of proxies; the peer itself if there is no chain. */
    InetSocketAddress client(List<String> chain, InetSocketAddress peer) {
        var client = peer;
        for (var text : chain.reversed()) {
            var address = address(text);
            client = address == null
                    ? InetSocketAddress.createUnresolved(text, peer.getPort())
                    : new InetSocketAddress(address, peer.getPort());
            if (address == null || !proxies.contains(address)) {
                break;
            }
        }
        return client;
    }

    /** Parses an IP address; returns null if it is invalid. Names are not looked up. */
    private static @Nullable InetAddress address(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** Returns the URI as the client used it. */
    static HttpURI uri(HttpURI uri, HttpFields headers) {
        var protocols = headers.getCSV("X-Forwarded-Proto", false);
        var host = host(headers.getCSV("X-Forwarded-Host", false));
        if (protocols.isEmpty() && host == null) {
            return uri;
        }
        var scheme = protocols.isEmpty() ? uri.getScheme() : scheme(protocols);
        var name = host == null ? uri.getHost() : host;
        int port = protocols.isEmpty() ? uri.getPort() : port(headers.get("X-Forwarded-Port"));
        int shown = port == (scheme.equals("https") ? HTTPS_PORT : HTTP_PORT) ? 0 : port;
        return HttpURI.build(uri).scheme(scheme).authority(name, shown).asImmutable();
    }

    /** Returns the protocol of a chain of proxies: HTTPS only if it was used between all of them. */
    private static String scheme(List<String> protocols) {
        return protocols.stream().allMatch("https"::equalsIgnoreCase) ? "https" : "http";
    }

    /** Returns the host, without its port, that all proxies of a chain name; null if there is none or it is invalid. */
    private static @Nullable String host(List<String> hosts) {
        if (Set.copyOf(hosts).size() != 1) {
            return null;
        }
        try {
            return new HostPort(hosts.getFirst()).getHost();
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** Returns the port; 0, which stands for the protocol's default, if it is missing or invalid. */
    private static int port(@Nullable String header) {
        return header != null && header.strip().matches("\\d{1,5}") ? Integer.parseInt(header.strip()) : 0;
    }

    /** A request as the proxy received it. */
    private static final class Forwarded extends Request.Wrapper {

        private final HttpURI uri;
        private final HttpFields headers;
        private final ConnectionMetaData connection;

        Forwarded(Request request, InetSocketAddress client, HttpURI uri) {
            super(request);
            this.uri = uri;
            // Jetty refuses a request whose Host differs from the one of its URI.
            this.headers = HttpFields.build(
                    request.getHeaders(), new HostPortHttpField(new HostPort(uri.getHost(), uri.getPort())));
            this.connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
                @Override
                public SocketAddress getRemoteSocketAddress() {
                    return client;
                }
            };
        }

        @Override
        public HttpURI getHttpURI() {
            return uri;
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }

        @Override
        public boolean isSecure() {
            return "https".equals(uri.getScheme());
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            return connection;
        }
    }
}
