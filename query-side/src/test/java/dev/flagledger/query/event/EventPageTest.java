package dev.flagledger.query.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.contract.view.audit.ActorView;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.query.event.ask.EventParameters;
import dev.flagledger.query.event.table.EventView;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class EventPageTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/events/");

    @Test
    void theNewestPageContinuesBeforeItsLastEvent() {
        request.setParameter("limit", "2");
        request.setParameter("type", "flag.state-updated");

        var page = page(9, 8, 7);

        assertThat(page.results()).extracting(EventView::position).containsExactly(9L, 8L);
        assertThat(parameters(page.next())).isEqualTo("before=8&limit=2&type=flag.state-updated");
    }

    @Test
    void theOldestPageHasNoNext() {
        request.setParameter("limit", "2");
        request.setParameter("before", "3");

        assertThat(page(2, 1).next()).isNull();
        assertThat(page().next()).isNull();
    }

    @Test
    void afterAPositionThereIsAlwaysMoreToCome() {
        request.setParameter("limit", "2");
        request.setParameter("after", "5");

        assertThat(parameters(page(6, 7, 8).next())).isEqualTo("after=7&limit=2");
        assertThat(parameters(page(6).next())).isEqualTo("after=6&limit=2");
        assertThat(parameters(page().next())).isEqualTo("after=5&limit=2");
    }

    @Test
    void theEndOfAnAscendingListIsKept() {
        request.setParameter("limit", "1");
        request.setParameter("after", "5");
        request.setParameter("before", "9");

        assertThat(parameters(page(6, 7).next())).isEqualTo("after=6&before=9&limit=1");
    }

    @Test
    void aLinkIsEncodedAndEndsLikeThoseOfOtherLists() {
        var bare = new MockHttpServletRequest("GET", "/api/v1/events");
        bare.setParameter("limit", "1");
        bare.setParameter("search", "50 % & more");

        var page = EventPage.of(bare, EventParameters.read(bare, Installation.EMPTY), events(9, 8));

        assertThat(page.next())
                .isEqualTo("http://localhost/api/v1/events/?before=9&limit=1&search=50%20%25%20%26%20more");
    }

    private EventPage page(long... positions) {
        return EventPage.of(request, EventParameters.read(request, Installation.EMPTY), events(positions));
    }

    private static @Nullable String parameters(@Nullable String link) {
        return link == null ? null : link.substring(link.indexOf('?') + 1);
    }

    private static List<EventView> events(long... positions) {
        return LongStream.of(positions).mapToObj(EventPageTest::event).toList();
    }

    private static EventView event(long position) {
        return new EventView(
                position,
                new UUID(0, position),
                "2031-01-01T00:00:00Z",
                "flag.state-updated",
                "update",
                3,
                5,
                6,
                "feature:7",
                7,
                null,
                null,
                new ActorView("user", 1, "ana@example.test"),
                null,
                null,
                null,
                null,
                "Flag state updated for feature: basket_v2",
                "[]");
    }
}
