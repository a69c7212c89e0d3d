package dev.flagledger.query.sdk.realtime;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/**
 * An open stream. Messages are written without blocking, by the thread that has them. During a write, only the newest further
 * message is kept, so a client that does not read costs no more than others; the idle timeout closes its connection.
 */
final class Listener extends IteratingCallback {

    /** In nanoseconds. Shorter than the minute after which proxies close idle connections. */
    private static final long SILENCE = Duration.ofSeconds(15).toNanos();

    private final int environmentId;
    private final Response response;
    private final Callback completion;
    private final Consumer<Listener> leaving;
    private final AtomicReference<@Nullable Message> newest = new AtomicReference<>();
    private volatile long sentAt = System.nanoTime();
    private boolean connected;
    private boolean ended;

    /**
     * Creates a stream on which nothing is written before {@link #send} or {@link #iterate()} is called.
     *
     * @param completion completed when the stream has ended
     * @param leaving called before that
     */
    Listener(int environmentId, Response response, Callback completion, Consumer<Listener> leaving) {
        this.environmentId = environmentId;
        this.response = response;
        this.completion = completion;
        this.leaving = leaving;
    }

    int environmentId() {
        return environmentId;
    }

    /** Sends the message as soon as the client takes it, replacing one that still waits. Ignored after the last message. */
    void send(Message message) {
        newest.updateAndGet(waiting -> waiting != null && waiting.last() ? waiting : message);
        iterate();
    }

    /** Sends a ping if nothing was sent for a while. {@code now} is in nanoseconds. */
    void ping(long now) {
        if (now - sentAt >= SILENCE && newest.compareAndSet(null, Message.PING)) {
            iterate();
        }
    }

    @Override
    protected Action process() {
        if (ended) {
            return Action.SUCCEEDED;
        }
        var message = connected ? newest.getAndSet(null) : Message.CONNECTED;
        if (message == null) {
            return Action.IDLE;
        }
        connected = true;
        ended = message.last();
        sentAt = System.nanoTime();
        response.write(message.last(), message.bytes(), this);
        return Action.SCHEDULED;
    }

    @Override
    protected void onCompleteSuccess() {
        leaving.accept(this);
        completion.succeeded();
    }

    /** The client has disconnected, which is how streams usually end. */
    @Override
    protected void onCompleteFailure(Throwable cause) {
        leaving.accept(this);
        completion.failed(cause);
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }
}
