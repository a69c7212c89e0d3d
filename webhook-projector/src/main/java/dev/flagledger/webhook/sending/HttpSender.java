package dev.flagledger.webhook.sending;

import dev.flagledger.access.outbound.ForeignText;
import dev.flagledger.access.outbound.OutboundHosts;
import dev.flagledger.access.outbound.RefusedAddressException;
import dev.flagledger.access.outbound.http.AttemptSockets;
import dev.flagledger.webhook.DeliverySettings;
import dev.flagledger.webhook.payload.Signatures;
import dev.flagledger.webhook.sending.SurplusCheck.SurplusException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Sends a message once, and always returns an outcome, whatever the receiver does. */
@Component
public final class HttpSender implements AutoCloseable {

    /** Responses up to this length are read completely, so that the connection can be reused; longer ones are aborted. */
    private static final int ANSWER_BYTES = 4096;

    private static final int REASON_CHARS = 200;

    private final CloseableHttpClient client;
    private final Duration deadline;
    private final Set<HttpPost> open = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("webhook-deadline").factory());

    public HttpSender(DeliverySettings settings, OutboundHosts hosts) {
        this.client = OutboundClient.create(settings, hosts);
        this.deadline = settings.deadline();
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Makes one attempt; blocks until the deadline at most. */
    public Outcome send(Message message) {
        return post(message).outcome();
    }

    /** Like {@link #send}, with what is shown of the attempt. */
    public Reply post(Message message) {
        HttpPost post;
        try {
            post = message.toRequest();
        } catch (IllegalArgumentException e) {
            return Reply.of(new Outcome.Unreached("The URL is malformed"));
        }
        var signedBy = Signatures.NAMES.stream().filter(post::containsHeader).toList();
        open.add(post);
        var alarm = timer.schedule(post::cancel, deadline.toMillis(), TimeUnit.MILLISECONDS);
        try {
            var answer = execute(post);
            var body = readToItsEnd(answer, post);
            return new Reply(answered(answer, message.at()), signedBy, AnswerText.of(body, message.secretsIn(post)));
        } catch (IOException e) {
            return new Reply(unanswered(post, e), signedBy, "");
        } finally {
            alarm.cancel(false);
            open.remove(post);
        }
    }

    private Outcome unanswered(HttpPost post, IOException failure) {
        return post.isCancelled() ? cutOff(post) : new Outcome.Unreached(reason(failure));
    }

    /** By the deadline, or by {@link #abandon()}. */
    private Outcome cutOff(HttpPost post) {
        return open.contains(post) ? new Outcome.Unreached("Cut off before an answer came") : new Outcome.Abandoned();
    }

    /** Takes the next connection as long as one has surplus. A new one has none. */
    private ClassicHttpResponse execute(HttpPost post) throws IOException {
        while (true) {
            try {
                return AttemptSockets.execute(client, post);
            } catch (SurplusException _) {
                // That connection is closed and nothing was sent on it, so this is not a second attempt.
            }
        }
    }

    /** Aborts the current attempts, which end as abandoned. Later messages are sent normally. */
    public void abandon() {
        List.copyOf(open).forEach(post -> {
            open.remove(post);
            post.cancel();
        });
    }

    @Override
    public void close() throws IOException {
        timer.shutdownNow();
        client.close();
    }

    private static Outcome answered(ClassicHttpResponse answer, Instant started) {
        var retryAfter = answer.getFirstHeader(HttpHeaders.RETRY_AFTER);
        return new Outcome.Answered(
                answer.getCode(), RetryAfter.of(retryAfter == null ? null : retryAfter.getValue(), started));
    }

    /** Returns the start of the body, as far as it came. */
    private static byte[] readToItsEnd(ClassicHttpResponse answer, HttpPost post) {
        var start = new ByteArrayOutputStream();
        try (answer) {
            var body = answer.getEntity();
            if (body != null && read(body.getContent(), start) == ANSWER_BYTES) {
                // close() alone would first read the rest.
                post.cancel();
            }
        } catch (IOException _) {
            // The status is known, and alone decides the outcome.
        }
        return start.toByteArray();
    }

    private static int read(InputStream body, ByteArrayOutputStream into) throws IOException {
        var buffer = new byte[ANSWER_BYTES];
        while (into.size() < ANSWER_BYTES) {
            int read = body.read(buffer, 0, ANSWER_BYTES - into.size());
            if (read < 0) {
                break;
            }
            into.write(buffer, 0, read);
        }
        return into.size();
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case RefusedAddressException _ -> "The address is internal or private";
            case UnknownHostException _ -> "The host name has no address";
            default ->
                ForeignText.printable(failure.getClass().getSimpleName() + ": " + failure.getMessage(), REASON_CHARS);
        };
    }
}
