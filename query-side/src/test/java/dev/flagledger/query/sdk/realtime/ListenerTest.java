package dev.flagledger.query.sdk.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListenerTest {

    private static final String CONNECTED = ": connected\n\n";
    private static final String PING = ": ping\n\n";

    private final Streams streams = new Streams();
    private final Listener listener = streams.listener(5);

    ListenerTest() throws Exception {}

    @AfterEach
    void stop() throws Exception {
        streams.stop();
    }

    @Test
    void everyStreamBeginsWithAComment() {
        listener.send(changed(1));
        assertThat(streams.sent).containsExactly(CONNECTED);

        streams.take();
        assertThat(streams.sent).containsExactly(CONNECTED, event("1.0"));
    }

    @Test
    void aMessageIsWrittenAtOnce() {
        connect();

        listener.send(changed(1));
        streams.take();
        listener.send(changed(2));

        assertThat(streams.sent).containsExactly(CONNECTED, event("1.0"), event("2.0"));
    }

    @Test
    void onlyTheNewestWaitingMessageIsKept() {
        connect();
        listener.send(changed(1));
        listener.send(changed(2));
        listener.send(changed(3));

        streams.take();
        streams.take();
        assertThat(streams.sent).containsExactly(CONNECTED, event("1.0"), event("3.0"));
    }

    @Test
    void nothingIsWrittenAfterTheLastMessage() {
        connect();
        listener.send(changed(1));
        listener.send(Message.END);
        listener.send(changed(2));

        streams.take();
        assertThat(streams.completed).isEmpty();
        streams.take();
        listener.send(changed(3));
        assertThat(streams.sent).containsExactly(CONNECTED, event("1.0"), "");
        assertThat(streams.left).containsExactly(listener);
        assertThat(streams.completed).hasSize(1).containsOnlyNulls();
    }

    @Test
    void aFailedWriteEndsTheStream() {
        connect();
        listener.send(changed(1));
        var gone = new IOException("gone");

        streams.fail(gone);
        listener.send(changed(2));
        assertThat(streams.left).containsExactly(listener);
        assertThat(streams.completed).containsExactly(gone);
        assertThat(streams.sent).containsExactly(CONNECTED, event("1.0"));
    }

    @Test
    void onlyAnIdleStreamGetsPings() {
        connect();

        listener.ping(in(Duration.ofSeconds(14)));
        assertThat(streams.sent).containsExactly(CONNECTED);
        listener.ping(in(Duration.ofSeconds(15)));
        assertThat(streams.sent).containsExactly(CONNECTED, PING);
    }

    @Test
    void aPingReplacesNoMessage() {
        connect();
        listener.send(changed(1));
        listener.send(changed(2));

        listener.ping(in(Duration.ofMinutes(1)));
        streams.take();
        assertThat(streams.sent).containsExactly(CONNECTED, event("1.0"), event("2.0"));
    }

    @Test
    void aChangeReplacesAPing() {
        connect();
        listener.send(changed(1));

        listener.ping(in(Duration.ofMinutes(1)));
        listener.send(changed(2));
        streams.take();
        assertThat(streams.sent).containsExactly(CONNECTED, event("1.0"), event("2.0"));
    }

    private void connect() {
        listener.iterate();
        streams.take();
    }

    private static long in(Duration time) {
        return System.nanoTime() + time.toNanos();
    }

    private static Message changed(int second) {
        return Message.changed(Instant.ofEpochSecond(second));
    }

    private static String event(String at) {
        return "event: environment_updated\ndata: {\"updated_at\": " + at + "}\n\n";
    }
}
