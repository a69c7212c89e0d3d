package dev.flagledger.ledger.log.store;

import static dev.flagledger.ledger.log.filter.StoredFilter.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.flagledger.api.event.EventScope;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.ledger.log.AppendContext;
import dev.flagledger.ledger.log.filter.StoredFilter;
import java.time.Instant;
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
        assertThat(positions(events.find(ofOrganisation(1), 0, 6, 10))).containsExactly(1L, 2L, 4L, 5L);
        assertThat(positions(events.find(ofOrganisation(1), 1, 4, 10))).containsExactly(2L, 4L);
        assertThat(positions(events.find(ofOrganisation(1), 0, 6, 3))).containsExactly(1L, 2L, 4L);
        assertThat(positions(events.find(ofProject(21), 0, 6, 10))).containsExactly(3L, 6L);
        assertThat(positions(events.find(ofProject(21), 3, 6, 10))).containsExactly(6L);
        assertThat(events.find(ofProject(1), 0, 6, 10)).isEmpty();
    }

    @Test
    void anEventIsThatOfItsOwnScopeOnly() {
        assertThat(events.at(ofProject(21), 3)).hasValue(log.stored().get(2));
        assertThat(events.at(ofOrganisation(2), 3)).hasValue(log.stored().get(2));
        assertThat(events.at(ofProject(11), 3)).isEmpty();
        assertThat(events.at(ofOrganisation(1), 3)).isEmpty();
        assertThat(log.stored().get(2).scope()).isEqualTo(new EventScope(2, 21, 7, "user:21"));
    }

    @Test
    void allConditionsHold() {
        var third = log.log().rows(2, 3).getFirst().event().at();

        assertThat(found(ALL)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(found(ALL.environment(7).object("user:12"))).containsExactly(2L, 5L);
        assertThat(found(ALL.environment(8))).isEmpty();
        assertThat(found(ALL.from(third))).containsExactly(3L, 4L, 5L, 6L);
        assertThat(found(ofProject(11).until(third))).containsExactly(1L);
        assertThat(found(ALL.action(List.of("user.logged-in", "user.logged-out"))))
                .hasSize(6);
        assertThat(found(
                        ALL.action(List.of("user.logged-in", "user.logged-out")).type("user.logged-out")))
                .isEmpty();
        assertThat(found(ALL.action(List.of("user.logged-out")))).isEmpty();
        assertThat(found(ALL.action(List.of()))).isEmpty();
        assertThat(found(ALL.actor("SYSTEM", null))).hasSize(6);
        assertThat(found(ALL.actor("USER", 3))).isEmpty();
        assertThat(found(ALL.request("r-1"))).isEmpty();
        assertThat(found(ofProject(11).project(12)))
                .as("no condition replaces another")
                .isEmpty();
    }

    @Test
    void aFilterTellsWhatItRequires() {
        var filter = ALL.project(7).from(Instant.EPOCH).actor("USER", 3).environment(null);

        assertThat(filter.texts())
                .containsExactly(
                        entry("project", "7"),
                        entry("from", "1970-01-01T00:00:00Z"),
                        entry("actor_kind", "USER"),
                        entry("actor_id", "3"));
        assertThat(ALL.texts()).isEmpty();
    }

    @Test
    void leavesAreThoseOfTheEntries() {
        assertThat(events.leaves(List.of(2L, 5L)))
                .containsOnly(
                        entry(2L, log.stored().get(1).leaf()),
                        entry(5L, log.stored().get(4).leaf()));
        assertThat(events.leaves(List.of())).isEmpty();
    }

    private List<Long> found(StoredFilter filter) {
        return positions(events.find(filter, 0, 6, 10));
    }

    private static StoredFilter ofOrganisation(int id) {
        return ALL.organisation(id);
    }

    private static StoredFilter ofProject(int id) {
        return ALL.project(id);
    }

    private static List<Long> positions(List<StoredEvent> page) {
        return page.stream().map(StoredEvent::position).toList();
    }
}
