package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.api.Session;
import org.eclipse.jetty.http2.api.Stream;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.frames.DataFrame;
import org.eclipse.jetty.http2.frames.GoAwayFrame;
import org.eclipse.jetty.http2.frames.HeadersFrame;
import org.eclipse.jetty.http2.frames.ResetFrame;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;

/** A connection that uses HTTP/2 from its first byte, without TLS. */
final class Http2Client implements AutoCloseable {

    private static final int MINUTE = 60;

    private final HTTP2Client client = new HTTP2Client();
    private final URI server;
    private final Session session;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();

    Http2Client(URI server) throws Exception {
        this.server = server;
        client.start();
        var address = new InetSocketAddress(server.getHost(), server.getPort());
        this.session = client.connect(address, new Session.Listener() {
                    @Override
                    public void onGoAway(Session ending, GoAwayFrame frame) {
                        ended.complete(frame.getError());
                    }

                    @Override
                    public void onClose(Session ending, GoAwayFrame frame, Callback callback) {
                        ended.complete(frame.getError());
                        callback.succeeded();
                    }
                })
                .get(MINUTE, TimeUnit.SECONDS);
    }

    record Response(int status, HttpFields headers, String body) {}

    /** Returns the response to a request without a body. */
    Response get(String path, Map<String, String> headers) {
        return exchange("GET", path, headers, null).join();
    }

    /**
     * Sends a request and, if it has a body, the first part of it; the end is never sent.
     *
     * @return fails if the server resets the request before it has responded
     */
    CompletableFuture<Response> exchange(
            String method, String path, Map<String, String> headers, @Nullable String body) {
        return exchange(method, path, headers, body, false);
    }

    /** @param last whether the body ends with this part */
    CompletableFuture<Response> exchange(
            String method, String path, Map<String, String> headers, @Nullable String body, boolean last) {
        var response = new CompletableFuture<Response>();
        session.newStream(headers(method, path, headers, body == null), new Answer(response))
                .thenAccept(stream -> {
                    if (body != null) {
                        var data = new DataFrame(stream.getId(), StandardCharsets.UTF_8.encode(body), last);
                        stream.data(data, Callback.NOOP);
                    }
                })
                .exceptionally(failure -> {
                    response.completeExceptionally(failure);
                    return null;
                });
        return response.orTimeout(MINUTE, TimeUnit.SECONDS);
    }

    /** Sends a request and resets it at once. */
    void abandon(String path) {
        try {
            session.newStream(headers("GET", path, Map.of(), true), Stream.Listener.AUTO_DISCARD)
                    .thenAccept(stream -> stream.reset(new ResetFrame(stream.getId(), 8), Callback.NOOP))
                    .orTimeout(MINUTE, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException closed) {
            assertThat(ended).succeedsWithin(MINUTE, TimeUnit.SECONDS);
        }
    }

    /** Sends a request and resets it once the response has begun. */
    void abandonAnswered(String path) throws Exception {
        var begun = new CompletableFuture<Integer>();
        var stream = session.newStream(headers("GET", path, Map.of(), true), new Stream.Listener() {
                    @Override
                    public void onHeaders(Stream answered, HeadersFrame frame) {
                        begun.complete(((MetaData.Response) frame.getMetaData()).getStatus());
                    }
                })
                .get(MINUTE, TimeUnit.SECONDS);
        assertThat(begun).succeedsWithin(MINUTE, TimeUnit.SECONDS).isEqualTo(200);
        stream.reset(new ResetFrame(stream.getId(), 8), Callback.NOOP);
    }

    boolean isEnded() {
        return ended.isDone();
    }

    /** Returns the error code with which the server ended the connection. */
    int error() throws Exception {
        return ended.get(MINUTE, TimeUnit.SECONDS);
    }

    private HeadersFrame headers(String method, String path, Map<String, String> headers, boolean last) {
        var fields = HttpFields.build();
        headers.forEach(fields::put);
        var uri = HttpURI.build()
                .scheme("http")
                .host(server.getHost())
                .port(server.getPort())
                .pathQuery(path);
        return new HeadersFrame(new MetaData.Request(method, uri, HttpVersion.HTTP_2, fields), null, last);
    }

    @Override
    public void close() {
        LifeCycle.stop(client);
    }

    private static final class Answer implements Stream.Listener {

        private final CompletableFuture<Response> response;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private MetaData.@Nullable Response head;

        Answer(CompletableFuture<Response> response) {
            this.response = response;
        }

        @Override
        public void onHeaders(Stream stream, HeadersFrame frame) {
            head = (MetaData.Response) frame.getMetaData();
            if (frame.isEndStream()) {
                complete();
            } else {
                stream.demand();
            }
        }

        @Override
        public void onDataAvailable(Stream stream, boolean immediate) {
            var data = stream.readData();
            if (data == null) {
                stream.demand();
                return;
            }
            body.writeBytes(BufferUtil.toArray(data.frame().getByteBuffer()));
            boolean last = data.frame().isEndStream();
            data.release();
            if (last) {
                complete();
            } else {
                stream.demand();
            }
        }

        @Override
        public void onReset(Stream stream, ResetFrame frame, Callback callback) {
            response.completeExceptionally(new AssertionError("reset: " + frame.getError()));
            callback.succeeded();
        }

        @Override
        public void onFailure(Stream stream, int error, String reason, Throwable failure, Callback callback) {
            response.completeExceptionally(failure);
            callback.succeeded();
        }

        private void complete() {
            var received = Objects.requireNonNull(head);
            response.complete(new Response(
                    received.getStatus(), received.getHttpFields(), body.toString(StandardCharsets.UTF_8)));
        }
    }
}
