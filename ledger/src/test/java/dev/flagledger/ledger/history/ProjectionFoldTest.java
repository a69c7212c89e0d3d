package dev.flagledger.ledger.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.ledger.history.ProjectionFold.Step;
import dev.flagledger.ledger.log.EventLog;
import dev.flagledger.ledger.log.TestLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is folded is the list of the positions themselves, so that a state tells exactly what it includes. */
class ProjectionFoldTest {

    private static final int EVENTS = 60;
    private static final TestLog LOG = TestLog.fresh();
    private static final List<TrackedEventMessage<?>> MESSAGES = new ArrayList<>();

    private int folded;
    private LongFunction<Optional<At<List<Long>>>> known = _ -> Optional.empty();
    private final Folding<List<Long>> folding = new Folding<>(List.of(), this::fold, Optional.empty());
    private final ProjectionFold<List<Long>> fold = new ProjectionFold<>(
            LOG.log(),
            folding,
            new Past<>(LOG.log(), folding, Optional.empty()),
            position -> known.apply(position));

    @BeforeAll
    static void fillTheLogAndLeaveHolesInIt() throws InterruptedException {
        for (int i = 0; i < EVENTS; i++) {
            if (i % 7 == 3) {
                LOG.appendInVain(new UserLoggedIn(-1), new UserLoggedIn(-2));
            }
            LOG.append(new UserLoggedIn(i));
        }
        try (var reader = LOG.follow(EventLog.BEGINNING)) {
            while (MESSAGES.size() < EVENTS && reader.hasNextAvailable(5, TimeUnit.SECONDS)) {
                MESSAGES.add(reader.nextAvailable());
            }
        }
    }

    @AfterAll
    static void close() {
        LOG.close();
    }

    @Test
    void aStepStandsBetweenTheStatesAroundItsEvent() {
        assertThat(committed(0, 3)).containsExactly(step(0), step(1), step(2));
        assertThat(step(2))
                .isEqualTo(new Step<>(List.of(1L, 2L), EventLog.recorded(MESSAGES.get(2)), List.of(1L, 2L, 3L), false));
    }

    @Test
    void aBatchThatWasRolledBackIsSteppedThroughAgain() {
        committed(0, 4);
        rolledBack(4, 9);

        assertThat(committed(4, 9)).containsExactlyElementsOf(steps(4, 9));
    }

    @Test
    void aBatchThatWasRolledBackCostsNoMoreThanItself() {
        committed(0, 30);
        rolledBack(30, 35);
        folded = 0;
        committed(30, 35);

        assertThat(folded).isEqualTo(5);
    }

    @Test
    void aReplayBeginsAtTheBeginning() {
        committed(0, 20);

        assertThat(committed(0, 20)).containsExactlyElementsOf(steps(0, 20));
    }

    @Test
    void whatAnotherNodeHandledMeanwhileIsCaughtUpWith() {
        committed(0, 5);

        assertThat(committed(25, 30)).containsExactlyElementsOf(steps(25, 30));
    }

    @Test
    void whatTheHistoryHasIsNotFoldedAgain() {
        var live = new History<List<Long>>(LOG.log(), List.of(), this::fold);
        live.take(LOG.log().next(EventLog.BEGINNING, EVENTS));
        known = live::recent;
        folded = 0;

        var steps = committed(20, 40);

        assertThat(folded).isZero();
        assertThat(steps.getLast().after())
                .isSameAs(live.recent(40).orElseThrow().state());
        known = _ -> Optional.empty();
        assertThat(steps).containsExactlyElementsOf(steps(20, 40));
        assertThat(committed(40, 42)).containsExactlyElementsOf(steps(40, 42));
    }

    @Test
    void aProjectionMayBeginAnywhere() {
        assertThat(committed(50, 51)).containsExactly(step(50));
    }

    /** Whatever happens to a projection's token, its states are those of a fold from the beginning. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theStatesAreAlwaysThoseOfAFoldFromTheBeginning(long seed) {
        var random = new Random(seed);
        int next = 0;
        for (int batch = 0; batch < 40; batch++) {
            int end = Math.min(next + 1 + random.nextInt(6), EVENTS);
            boolean commits = random.nextInt(3) > 0;
            assertThat(commits ? committed(next, end) : rolledBack(next, end))
                    .containsExactlyElementsOf(steps(next, end));
            boolean moved = end == EVENTS || random.nextInt(8) == 0;
            next = moved ? random.nextInt(EVENTS) : commits ? end : next;
        }
    }

    private List<Step<List<Long>>> committed(int from, int to) {
        var work = DefaultUnitOfWork.startAndGet(MESSAGES.get(from));
        var steps = MESSAGES.subList(from, to).stream()
                .<Step<List<Long>>>map(fold::step)
                .toList();
        work.commit();
        return steps;
    }

    private List<Step<List<Long>>> rolledBack(int from, int to) {
        var work = DefaultUnitOfWork.startAndGet(MESSAGES.get(from));
        var steps = MESSAGES.subList(from, to).stream()
                .<Step<List<Long>>>map(fold::step)
                .toList();
        work.rollback();
        return steps;
    }

    private static List<Step<List<Long>>> steps(int from, int to) {
        return LongStream.range(from, to).mapToObj(i -> step((int) i)).toList();
    }

    private static Step<List<Long>> step(int index) {
        return new Step<>(upTo(index), EventLog.recorded(MESSAGES.get(index)), upTo(index + 1), false);
    }

    private static List<Long> upTo(int index) {
        return MESSAGES.subList(0, index).stream()
                .map(message -> EventLog.recorded(message).position())
                .toList();
    }

    private List<Long> fold(List<Long> before, RecordedEvent recorded) {
        folded++;
        return Stream.concat(before.stream(), Stream.of(recorded.position())).toList();
    }
}
