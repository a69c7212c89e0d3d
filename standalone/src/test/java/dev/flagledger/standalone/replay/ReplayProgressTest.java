package dev.flagledger.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.standalone.replay.ManagementClient.Reached;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplayProgressTest {

    private static final long SECOND = 1_000_000_000L;

    private final Locale before = Locale.getDefault();
    private final ReplayProgress progress = new ReplayProgress("audit", "event", new Reached(1_000, 9_000));

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @Test
    void theRateIsThatSinceTheCommandBegan() {
        assertThat(progress.line(new Reached(3_000, 9_000), 2 * SECOND))
                .isEqualTo("audit: event 3000 of 9000, 1000/s, 6 s left");
    }

    @Test
    void withoutAnyProgressNoEndIsForetold() {
        assertThat(progress.line(new Reached(1_000, 9_000), SECOND)).isEqualTo("audit: event 1000 of 9000, 0/s");
        assertThat(progress.line(new Reached(1_000, 9_000))).endsWith(" 0/s");
    }

    @Test
    void theMomentOfTheBeginningDividesNothing() {
        assertThat(progress.line(new Reached(1_000, 9_000), 0)).endsWith("0/s");
    }

    @Test
    void theLanguageOfTheMachineChangesNothing() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

        assertThat(progress.line(new Reached(3_000, 9_000), SECOND)).endsWith("2000/s, 3 s left");
    }
}
