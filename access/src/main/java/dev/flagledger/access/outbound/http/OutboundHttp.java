package dev.flagledger.access.outbound.http;

import dev.flagledger.access.outbound.OutboundHosts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;

/**
 * Sends small requests and reads small answers. Each is sent once, without redirects, cookies or proxies, and is cut off after ten seconds;
 * an address that does not answer then is still tried for five. All failures are {@link IOException}s.
 */
public final class OutboundHttp implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int MAX_BODY = 1 << 20;

    private final CloseableHttpClient client;
    private final Duration deadline;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("outbound-deadline").factory());

    OutboundHttp(CloseableHttpClient client, Duration deadline) {
        this.client = client;
        this.deadline = deadline;
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Connects only to addresses that the rule allows: for hosts that administrators of organisations name. */
    public static OutboundHttp checkedBy(OutboundHosts hosts) {
        return new OutboundHttp(HttpClients.create(hosts::addressesOf, HttpClients.TIMEOUT), DEADLINE);
    }

    /** Connects to any address: for hosts that the operator names. */
    public static OutboundHttp anywhere() {
        return new OutboundHttp(HttpClients.create(InetAddress::getAllByName, HttpClients.TIMEOUT), DEADLINE);
    }

    /**
     * An answer.
     *
     * @param contentType null if it has none
     * @param body in UTF-8
     */
    public record Answer(int status, @Nullable String contentType, String body) {

        /** Returns whether the status is 200. */
        public boolean isOk() {
            return status == 200;
        }
    }

    /** Sends a GET. */
    public Answer get(URI uri, Map<String, String> headers) throws IOException {
        return send(new HttpUriRequestBase("GET", uri), headers);
    }

    /** Sends a POST. */
    public Answer post(URI uri, String contentType, String body, Map<String, String> headers) throws IOException {
        var request = new HttpUriRequestBase("POST", uri);
        request.setEntity(new StringEntity(body, ContentType.parse(contentType)));
        return send(request, headers);
    }

    private Answer send(HttpUriRequestBase request, Map<String, String> headers) throws IOException {
        headers.forEach(request::setHeader);
        var alarm = timer.schedule(request::cancel, deadline.toMillis(), TimeUnit.MILLISECONDS);
        try (var answer = AttemptSockets.execute(client, request)) {
            return read(answer, request);
        } finally {
            alarm.cancel(false);
        }
    }

    private static Answer read(ClassicHttpResponse answer, HttpUriRequestBase request) throws IOException {
        var entity = answer.getEntity();
        var body = entity == null ? new byte[0] : bytes(entity);
        if (body.length > MAX_BODY) {
            // close() alone would first read the rest.
            request.cancel();
            throw new IOException("The answer is longer than " + MAX_BODY + " bytes");
        }
        return new Answer(
                answer.getCode(),
                entity == null ? null : entity.getContentType(),
                new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] bytes(HttpEntity entity) throws IOException {
        return entity.getContent().readNBytes(MAX_BODY + 1);
    }

    @Override
    public void close() throws IOException {
        timer.shutdownNow();
        client.close();
    }
}
