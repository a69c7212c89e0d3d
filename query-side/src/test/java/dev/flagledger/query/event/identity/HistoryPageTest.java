package dev.flagledger.query.event.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Actor;
import dev.flagledger.contract.view.audit.ActorView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class HistoryPageTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/history/");

    @Test
    void bothListsAreMergedByTime() {
        var page = page(9, List.of(decided(3, 30), decided(1, 10)), List.of(reported(1, 40), reported(0, 20)));

        assertThat(page.results()).containsExactly(reported(1, 40), decided(3, 30), reported(0, 20), decided(1, 10));
        assertThat(page.next()).isNull();
    }

    @Test
    void thePageEndsBetweenTimes() {
        request.setParameter("limit", "1");

        var page = page(1, List.of(decided(3, 30), decided(2, 30)), List.of(reported(0, 20)));

        assertThat(page.results()).containsExactly(decided(3, 30), decided(2, 30));
        assertThat(page.next()).endsWith("/history/?limit=1&until=2031-01-01T00:00:30Z");
    }

    @Test
    void theLastPageHasNoNext() {
        var page = page(1, List.of(decided(3, 30), decided(2, 30)), List.of());

        assertThat(page.results()).hasSize(2);
        assertThat(page.next()).isNull();
    }

    @Test
    void aPageIsShorterWhereThereMayBeMoreReportsBefore() {
        var from = Instant.parse("2031-01-01T00:00:25Z");

        var page = page(3, from, List.of(decided(3, 30), decided(1, 10)), List.of(reported(0, 20)));

        assertThat(page.results()).containsExactly(decided(3, 30));
        assertThat(page.next()).endsWith("/history/?until=2031-01-01T00:00:25Z");
        assertThat(page(1, from, List.of(decided(3, 30)), List.of(reported(1, 40)))
                        .next())
                .endsWith("/history/?until=2031-01-01T00:00:40Z");
    }

    @Test
    void whatIsNotOnThePageIsNotWritten() {
        var older = new HistoryEntry(Instant.parse("2031-01-01T00:00:20Z"), () -> {
            throw new AssertionError("the page ends before it");
        });

        assertThat(HistoryPage.of(request, HistoryPart.since(null, Stream.of(older, entry(decided(3, 30)))), 1)
                        .results())
                .containsExactly(decided(3, 30));
    }

    private HistoryPage page(int size, List<HistoryView> decided, List<HistoryView> reported) {
        return page(size, null, decided, reported);
    }

    private HistoryPage page(int size, @Nullable Instant from, List<HistoryView> decided, List<HistoryView> reported) {
        var entries = Stream.of(decided, reported).flatMap(List::stream).map(HistoryPageTest::entry);
        return HistoryPage.of(request, HistoryPart.since(from, entries), size);
    }

    private static HistoryEntry entry(HistoryView view) {
        return new HistoryEntry(Instant.parse(view.at()), () -> view);
    }

    private static HistoryView decided(long position, int second) {
        return view(position, null, second);
    }

    private static HistoryView reported(long sequence, int second) {
        return view(null, sequence, second);
    }

    private static HistoryView view(@Nullable Long position, @Nullable Long sequence, int second) {
        var at = "2031-01-01T00:00:%02dZ".formatted(second);
        return new HistoryView(
                position,
                sequence,
                new UUID(0, 0),
                at,
                "type",
                "update",
                "identity:88",
                null,
                ActorView.of(Actor.SYSTEM),
                null,
                null,
                "request",
                null,
                "summary",
                "[]");
    }
}
