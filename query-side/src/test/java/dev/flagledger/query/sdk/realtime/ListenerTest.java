package dev.flagledger.query.sdk.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ListenerTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    private final Listener listener = new Listener();

    @Test
    void whoHasNotBeenToldHearsNothing() throws InterruptedException {
        assertThat(listener.hear(AT_ONCE)).isNull();
    }

    @Test
    void ofWhatWasNotHeardYetOnlyTheNewestIsKept() throws InterruptedException {
        listener.tell(changed(1));
        listener.tell(changed(2));

        assertThat(listener.hear(AT_ONCE)).isEqualTo(changed(2));
        assertThat(listener.hear(AT_ONCE)).isNull();
        listener.tell(changed(3));
        assertThat(listener.hear(AT_ONCE)).isEqualTo(changed(3));
    }

    @Test
    void nothingComesAfterAnEnd() throws InterruptedException {
        listener.tell(changed(1));
        listener.tell(new ChangeMessage.Ended());
        listener.tell(changed(2));

        assertThat(listener.hear(AT_ONCE)).isEqualTo(new ChangeMessage.Ended());
    }

    private static ChangeMessage changed(int second) {
        return new ChangeMessage.Changed(Instant.ofEpochSecond(second));
    }
}
