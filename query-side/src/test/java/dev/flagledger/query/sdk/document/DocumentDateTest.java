package dev.flagledger.query.sdk.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** HTTP dates have whole seconds, of which only some identify a document. */
class DocumentDateTest {

    private static final Instant NOON = Instant.parse("2032-01-01T12:00:00Z");
    private static final long SECOND = NOON.getEpochSecond();

    private final DocumentDate first = DocumentDate.first(NOON);

    @Test
    void theOnlyDocumentOfASecondHasThatDateAtOnce() {
        assertThat(first.at(NOON)).isEqualTo(SECOND);
        assertThat(first.isKnown(SECOND, NOON)).isTrue();
        assertThat(first.isKnown(SECOND - 1, NOON)).isFalse();

        var next = first.next(NOON.plusSeconds(1), NOON.plusSeconds(1));
        assertThat(next.at(NOON.plusSeconds(1))).isEqualTo(SECOND + 1);
        assertThat(next.isKnown(SECOND, NOON.plusSeconds(1))).isFalse();
        assertThat(next.isKnown(SECOND + 1, NOON.plusSeconds(1))).isTrue();
    }

    @Test
    void aSecondDocumentOfOneSecondHasTheNextSecondOnceItHasBegun() {
        var soon = NOON.plusMillis(200);
        var second = first.next(NOON.plusMillis(100), soon);

        assertThat(second.at(soon)).isEqualTo(SECOND);
        assertThat(second.isKnown(SECOND, soon)).isFalse();
        assertThat(second.isKnown(SECOND + 1, soon)).isFalse();

        var later = soon.plusSeconds(1);
        assertThat(second.at(later)).isEqualTo(SECOND + 1);
        assertThat(second.isKnown(SECOND, later)).isFalse();
        assertThat(second.isKnown(SECOND + 1, later)).isTrue();
    }

    @Test
    void aBurstOfDocumentsDoesNotRunAheadOfTheClock() {
        var date = first;
        for (int change = 1; change <= 50; change++) {
            var at = NOON.plusMillis(change * 10L);
            date = date.next(at, at);
            assertThat(date.at(at)).isEqualTo(SECOND);
            assertThat(date.isKnown(SECOND, at)).isFalse();
        }

        assertThat(date.at(NOON.plusMillis(1_500))).isEqualTo(SECOND + 1);
    }

    @Test
    void aDocumentChangedInASecondThatIsInUseHasTheNextOne() {
        var second = first.next(NOON.plusMillis(100), NOON.plusMillis(200));
        var settled = NOON.plusMillis(1_300);
        assertThat(second.at(settled)).isEqualTo(SECOND + 1);

        var third = second.next(NOON.plusMillis(1_250), settled);

        assertThat(third.isKnown(SECOND + 1, settled)).isFalse();
        assertThat(third.isKnown(SECOND + 1, settled.plusSeconds(1))).isFalse();
        assertThat(third.isKnown(SECOND + 2, settled.plusSeconds(1))).isTrue();
    }

    @Test
    void anUnchangedDocumentKeepsItsDate() {
        var second = first.next(NOON.plusMillis(100), NOON.plusMillis(200));

        assertThat(second.next(NOON.plusMillis(100), NOON.plusSeconds(9))).isEqualTo(second);
    }
}
