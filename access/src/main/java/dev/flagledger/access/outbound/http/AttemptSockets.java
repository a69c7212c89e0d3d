package dev.flagledger.access.outbound.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.Socket;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Creates a socket for each address that is tried, and none any more for a request that was cancelled: the client (5.6) would go on with
 * the host's next address, of which there may be any number, each for as long as a connection may take.
 */
public final class AttemptSockets implements DetachedSocketFactory {

    private static final ScopedValue<HttpUriRequestBase> ATTEMPT = ScopedValue.newInstance();

    private AttemptSockets() {}

    /** Returns a builder of connections with such sockets, for requests by {@link #execute}. It is the client's own otherwise. */
    public static PoolingHttpClientConnectionManagerBuilder connections() {
        return new PoolingHttpClientConnectionManagerBuilder() {
            @Override
            protected HttpClientConnectionOperator createConnectionOperator(
                    SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
                var strategies = RegistryBuilder.<TlsSocketStrategy>create().register(URIScheme.HTTPS.id, tls);
                return new DefaultHttpClientConnectionOperator(new AttemptSockets(), ports, names, strategies.build());
            }
        };
    }

    /**
     * Executes a request by a client with such connections.
     *
     * @throws IOException also if the request was cancelled, for which the client has another exception before it has a connection
     */
    public static ClassicHttpResponse execute(CloseableHttpClient client, HttpUriRequestBase request)
            throws IOException {
        try {
            return ScopedValue.where(ATTEMPT, request).call(() -> client.executeOpen(null, request, null));
        } catch (IllegalStateException e) {
            if (!request.isCancelled()) {
                throw e;
            }
            throw new IOException("Cut off before an answer came", e);
        }
    }

    /** A socket without a proxy, also if the machine has one. */
    @Override
    public Socket create(@Nullable Proxy proxy) throws IOException {
        if (ATTEMPT.get().isCancelled()) {
            throw new InterruptedIOException("The attempt was cancelled");
        }
        return new Socket(Proxy.NO_PROXY);
    }
}
