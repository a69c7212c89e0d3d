package dev.flagledger.ledger.log.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EventScope;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.ledger.log.AppendContext;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events of three projects of two organisations, on a real database: user {@code n} belongs to project {@code n}. */
class StoredEventsTest {

    private final TestLog log = TestLog.fresh(event -> context(((UserLoggedIn) event).userId()));
    private final StoredEvents events = new StoredEvents(log.jdbc());

    private static AppendContext context(int project) {
        return new AppendContext(new EventScope(project / 10, project, 7, "user:" + project), List.of(), false);
    }

    @BeforeEach
    void append() {
        for (int project : List.of(11, 12, 21, 11, 12, 21)) {
            log.append(new UserLoggedIn(project, LoginWay.EMAIL));
        }
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aPageHasTheEventsOfOneScopeBetweenTwoPositions() {
        assertThat(positions(events.ofOrganisation(1, 0, 6, 10))).containsExactly(1L, 2L, 4L, 5L);
        assertThat(positions(events.ofOrganisation(1, 1, 4, 10))).containsExactly(2L, 4L);
        assertThat(positions(events.ofOrganisation(1, 0, 6, 3))).containsExactly(1L, 2L, 4L);
        assertThat(positions(events.ofProject(21, 0, 6, 10))).containsExactly(3L, 6L);
        assertThat(positions(events.ofProject(21, 3, 6, 10))).containsExactly(6L);
        assertThat(events.ofProject(1, 0, 6, 10)).isEmpty();
    }

    @Test
    void anEventIsThatOfItsOwnScopeOnly() {
        assertThat(events.ofProject(21, 3)).hasValue(log.stored().get(2));
        assertThat(events.ofOrganisation(2, 3)).hasValue(log.stored().get(2));
        assertThat(events.ofProject(11, 3)).isEmpty();
        assertThat(events.ofOrganisation(1, 3)).isEmpty();
        assertThat(log.stored().get(2).scope()).isEqualTo(new EventScope(2, 21, 7, "user:21"));
    }

    private static List<Long> positions(List<StoredEvent> page) {
        return page.stream().map(StoredEvent::position).toList();
    }
}
