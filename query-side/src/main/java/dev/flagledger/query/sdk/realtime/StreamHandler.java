package dev.flagledger.query.sdk.realtime;

import dev.flagledger.contract.http.ContractHeaders;
import dev.flagledger.contract.http.server.InMemoryHandler;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.ledger.history.History;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
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

    StreamHandler(History<Installation> history, RealtimeBroadcaster broadcaster) {
        this.history = history;
        this.broadcaster = broadcaster;
    }

    @Override
    public Set<String> paths() {
        return Set.of(PATHS);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!HttpMethod.GET.is(request.getMethod()) || !history.caughtUp() || broadcaster.isFull()) {
            return false;
        }
        var environment = environment(history.state(), request.getHttpURI().getDecodedPath());
        environment.ifPresent(opened -> stream(opened, request, response, callback));
        return environment.isPresent();
    }

    /** Returns the environment whose stream has this decoded path. */
    static Optional<Environment> environment(Installation installation, String path) {
        var matcher = PATH.matcher(path);
        return matcher.matches() ? installation.environmentOfKey(matcher.group(1)) : Optional.empty();
    }

    private void stream(Environment environment, Request request, Response response, Callback callback) {
        ContractHeaders.on(request, response);
        var headers = response.getHeaders();
        headers.add(HttpHeader.ALLOW, METHODS);
        headers.add(HttpHeader.CONTENT_TYPE, CONTENT_TYPE);
        // Otherwise proxies such as nginx buffer the stream.
        headers.add("X-Accel-Buffering", "no");
        response.setStatus(HttpStatus.OK_200);
        limitSendBuffer(request);
        var listener = new Listener(environment.id(), response, callback, broadcaster::leave);
        broadcaster.join(environment, listener);
        listener.iterate();
    }

    /** Limits what the operating system buffers for a client that does not read. */
    static void limitSendBuffer(Request request) {
        var metadata = request.getConnectionMetaData();
        // HTTP/2 connections carry other responses as well.
        if (metadata.getHttpVersion().getVersion() <= HttpVersion.HTTP_1_1.getVersion()
                && metadata.getConnection().getEndPoint().getTransport() instanceof SocketChannel channel) {
            try {
                channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
