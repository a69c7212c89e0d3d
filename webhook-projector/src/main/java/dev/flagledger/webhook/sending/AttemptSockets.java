package dev.flagledger.webhook.sending;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.Socket;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * Creates a socket for each address that is tried, and none any more for an attempt that was cancelled: the client (5.6) would go on with
 * the receiver's next address, of which there may be any number, each for as long as a connection may take.
 */
final class AttemptSockets implements DetachedSocketFactory {

    private static final ScopedValue<HttpPost> ATTEMPT = ScopedValue.newInstance();

    /** Executes a request by a client with such sockets. */
    static ClassicHttpResponse execute(CloseableHttpClient client, HttpPost post) throws IOException {
        return ScopedValue.where(ATTEMPT, post).call(() -> client.executeOpen(null, post, null));
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
