package dev.flagledger.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.flagledger.testing.Receiver;
import dev.flagledger.testing.TurnedClock;
import dev.flagledger.webhook.testing.Settings;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CourierTest {

    private final TurnedClock clock = new TurnedClock();
    private final Rig node = Rig.on(Settings.with(), clock);
    private final Receiver receiver = Receiver.answering(this::replaceTheSecret);

    @AfterEach
    void close() throws IOException {
        receiver.close();
        node.close();
    }

    @Test
    void aSecretThatIsReplacedMeanwhileSignsTheRestOfALane() {
        node.secrets.store(41, "first");
        node.endpoint(41, receiver.url());
        node.enqueue(41, 1);
        node.enqueue(41, 2);

        assertThat(node.deliverDue()).isEqualTo(1);

        assertThat(receiver.all)
                .extracting(request -> request.header("X-Flagsmith-Signature"))
                .containsExactly(
                        receiver.all.getFirst().signedWith("first"),
                        receiver.all.getLast().signedWith("second"));
    }

    private void replaceTheSecret(HttpExchange exchange) throws IOException {
        node.secrets.store(41, "second");
        clock.turn(Duration.ofSeconds(1));
        exchange.sendResponseHeaders(204, -1);
    }
}
