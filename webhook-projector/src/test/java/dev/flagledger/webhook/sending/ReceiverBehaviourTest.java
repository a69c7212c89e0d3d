package dev.flagledger.webhook.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.Receiver;
import dev.flagledger.webhook.sending.Outcome.Answered;
import dev.flagledger.webhook.sending.Outcome.Unreached;
import dev.flagledger.webhook.testing.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A table of receivers. Whatever one does costs one attempt, ends in time, and takes nothing from the next receiver. */
@Execution(ExecutionMode.CONCURRENT)
class ReceiverBehaviourTest {

    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final int BODY_THAT_FILLS_BUFFERS = 32_000_000;
    private static final Path PAGE = Path.of("..", "docs", "webhooks.md");

    /** With room for one connection, which a receiver would keep from the next if it were not freed. */
    private final HttpSender sender = new HttpSender(
            Settings.with(
                    "in-flight=1",
                    "connect-timeout=1s",
                    "response-timeout=1s",
                    "deadline=" + DEADLINE.toMillis() + "ms"),
            HttpSenderBase.LOOPBACK);

    @AfterEach
    void close() throws IOException {
        sender.close();
    }

    @ParameterizedTest
    @EnumSource
    void anAttemptEndsAsTheTableSays(ReceiverBehaviour receiver) throws IOException {
        try (var raw = new RawReceiver(receiver.behaviour);
                var next = Receiver.answering(200)) {
            var started = System.nanoTime();

            var outcome = sender.send(message(receiver, raw.url()));

            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(DEADLINE.multipliedBy(2));
            var status = receiver.status();
            if (status != null) {
                assertThat(outcome).isEqualTo(new Answered(status));
            } else {
                assertThat(outcome)
                        .isInstanceOfSatisfying(
                                Unreached.class,
                                unreached -> assertThat(unreached.reason()).containsIgnoringCase(receiver.reason()));
            }
            assertThat(raw.connections()).isEqualTo(1);
            assertThat(sender.send(HttpSenderBase.message(next.url()))).isEqualTo(new Answered(200));
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePageForReceiversSaysTheSame(ReceiverBehaviour receiver) throws IOException {
        assertThat(Files.readAllLines(PAGE)).contains(receiver.row());
    }

    private static Message message(ReceiverBehaviour receiver, String url) {
        var body =
                receiver == ReceiverBehaviour.DOES_NOT_READ ? new byte[BODY_THAT_FILLS_BUFFERS] : HttpSenderBase.BODY;
        return new Message("1-1-0", url, "", body, Instant.EPOCH);
    }
}
