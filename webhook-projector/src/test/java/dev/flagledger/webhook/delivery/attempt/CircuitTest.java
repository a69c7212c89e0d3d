package dev.flagledger.webhook.delivery.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.webhook.sending.Outcome;
import dev.flagledger.webhook.sending.Outcome.Answered;
import dev.flagledger.webhook.sending.Outcome.Unreached;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircuitTest {

    private static final Instant NOW = Instant.parse("2031-05-06T07:08:09Z");
    private static final Outcome FAILED = new Unreached("refused");
    private static final Outcome DONE = new Answered(204);

    @Test
    void theFifthFailureInSuccessionOpensIt() {
        var circuit = Circuit.CLOSED;
        for (int failure = 1; failure < 5; failure++) {
            circuit = after(circuit, FAILED);
            assertThat(circuit).isEqualTo(new Circuit(failure, null, null));
        }

        assertThat(after(circuit, FAILED)).isEqualTo(new Circuit(5, NOW, NOW.plusSeconds(5)));
    }

    @Test
    void anAcknowledgementClosesItAndForgetsTheFailures() {
        assertThat(after(open(5), DONE)).isEqualTo(Circuit.CLOSED);
        assertThat(after(new Circuit(4, null, null), DONE)).isEqualTo(Circuit.CLOSED);
    }

    @ParameterizedTest
    @CsvSource({"5, PT10S", "6, PT20S", "12, PT21M20S", "13, PT30M", "5000, PT30M"})
    void eachFailedProbeDoublesThePauseUpToHalfAnHour(int failures, Duration pause) {
        assertThat(after(open(failures), FAILED))
                .isEqualTo(new Circuit(failures + 1, NOW.minusSeconds(60), NOW.plus(pause)));
    }

    @Test
    void whatWasUnderWayWhenItOpenedDoesNotCount() {
        var open = open(5);

        assertThat(open.after(FAILED, NOW.minusSeconds(61), NOW)).isEqualTo(open);
    }

    @Test
    void aReceiverThatWantsFewerMessagesIsLeftAloneAndHasNotFailed() {
        var throttled = after(Circuit.CLOSED, new Answered(429, Duration.ofMinutes(2)));
        assertThat(throttled).isEqualTo(new Circuit(0, null, NOW.plusSeconds(120)));

        assertThat(after(throttled, DONE)).isEqualTo(throttled);
        assertThat(throttled.after(DONE, NOW, NOW.plusSeconds(120))).isEqualTo(Circuit.CLOSED);
        assertThat(after(throttled, new Answered(429, Duration.ofMinutes(1)))).isEqualTo(throttled);
    }

    @Test
    void aFailureThatAsksForTimeGetsIt() {
        assertThat(after(Circuit.CLOSED, new Answered(503, Duration.ofMinutes(2))))
                .isEqualTo(new Circuit(1, null, NOW.plusSeconds(120)));
        assertThat(after(open(5), new Answered(503, Duration.ofDays(1))))
                .isEqualTo(new Circuit(6, NOW.minusSeconds(60), NOW.plus(Duration.ofDays(1))));
    }

    /** Nothing is sent until the webhook is disabled, and no message is lost. */
    @Test
    void aReceiverThatIsGoneIsRememberedUntilItAcknowledges() {
        var gone = after(Circuit.CLOSED, new Answered(410));
        assertThat(gone).isEqualTo(new Circuit(0, null, NOW.plusSeconds(60), NOW));

        assertThat(gone.after(new Answered(410), NOW.plusSeconds(60), NOW.plusSeconds(61)))
                .isEqualTo(new Circuit(0, null, NOW.plusSeconds(121), NOW));
        assertThat(after(gone, FAILED).goneSince()).isEqualTo(NOW);
        assertThat(gone.after(DONE, NOW, NOW.plusSeconds(60))).isEqualTo(Circuit.CLOSED);
    }

    private static Circuit open(int failures) {
        return new Circuit(failures, NOW.minusSeconds(60), NOW);
    }

    private static Circuit after(Circuit circuit, Outcome outcome) {
        return circuit.after(outcome, NOW, NOW);
    }
}
