package dev.flagledger.query.sdk.realtime;

import dev.flagledger.api.Rejected;
import dev.flagledger.contract.http.ClientAddress;
import dev.flagledger.contract.http.ContractHeaders;
import dev.flagledger.contract.http.server.InMemoryHandler;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.ledger.history.History;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.springframework.stereotype.Component;

/**
 * {@code GET /sse/environments/{client key}/stream}: an event after each change of the environment's flags. The key is public and
 * part of the path, because browsers cannot set headers on such requests. A stream holds no thread. Refusals are left to
 * {@link StreamServlet}.
 */
@Component
final class StreamHandler implements InMemoryHandler {

    static final String PATHS = "/sse/environments/*";
    static final String METHODS = "GET, OPTIONS";
    static final String CONTENT_TYPE = "text/event-stream";

    private static final Pattern PATH = Pattern.compile("/sse/environments/([^/]+)/stream/?");
    /** In bytes. By default, the operating system would buffer megabytes of events for a client that does not read. */
    private static final int SEND_BUFFER = 16 << 10;

    private final History<Installation> history;
    private final RealtimeBroadcaster broadcaster;
    private final StreamLimit limit;

    StreamHandler(History<Installation> history, RealtimeBroadcaster broadcaster, StreamLimit limit) {
        this.history = history;
        this.broadcaster = broadcaster;
        this.limit = limit;
    }

    @Override
    public Set<String> paths() {
        return Set.of(PATHS);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!HttpMethod.GET.is(request.getMethod()) || !history.caughtUp()) {
            return false;
        }
        var environment = environment(history.state(), request.getHttpURI().getDecodedPath());
        var address = ClientAddress.of(request);
        if (environment.isEmpty() || !limit.enter(address)) {
            return false;
        }
        var listener = new Listener(environment.get().id(), response, callback, left -> {
            broadcaster.leave(left);
            limit.leave(address);
        });
        stream(environment.get(), listener, request, response);
        return true;
    }

    /**
     * Returns the environment whose stream has this decoded path.
     *
     * @throws Rejected if its project is withheld
     */
    static Optional<Environment> environment(Installation installation, String path) {
        var matcher = PATH.matcher(path);
        return matcher.matches() ? installation.environmentOfKey(matcher.group(1)) : Optional.empty();
    }

    private void stream(Environment environment, Listener listener, Request request, Response response) {
        ContractHeaders.on(request, response);
        var headers = response.getHeaders();
        headers.add(HttpHeader.ALLOW, METHODS);
        headers.add(HttpHeader.CONTENT_TYPE, CONTENT_TYPE);
        // Otherwise proxies such as nginx buffer the stream.
        headers.add("X-Accel-Buffering", "no");
        response.setStatus(HttpStatus.OK_200);
        limitSendBuffer(request);
        broadcaster.join(environment, listener);
        // Otherwise, a stream that the client resets would stay until its next message.
        request.addFailureListener(listener::abort);
        listener.iterate();
    }

    /** Limits what the operating system buffers for a client that does not read. */
    static void limitSendBuffer(Request request) {
        var metadata = request.getConnectionMetaData();
        // HTTP/2 connections carry other responses as well.
        if (metadata.getHttpVersion().getVersion() <= HttpVersion.HTTP_1_1.getVersion()
                && transport(metadata.getConnection().getEndPoint()) instanceof SocketChannel channel) {
            try {
                channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
            } catch (IOException _) {
                // The channel is closed already, and the first write will fail.
            }
        }
    }

    /** Returns what carries the bytes in the end: with TLS, the transport of an endpoint is another endpoint. */
    static Object transport(EndPoint endPoint) {
        var transport = endPoint.getTransport();
        while (transport instanceof EndPoint behind) {
            transport = behind.getTransport();
        }
        return transport;
    }
}
