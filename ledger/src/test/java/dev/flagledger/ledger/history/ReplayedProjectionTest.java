package dev.flagledger.ledger.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.ledger.log.TestLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A projection as Axon runs it, in small batches, with its rows and its token in one transaction of a real database. That
 * a node wires its projections to try again is for FailingProjectionTest.
 */
class ReplayedProjectionTest {

    private static final int EVENTS = 25;

    private final TestLog here = TestLog.fresh();
    private final TestLog elsewhere = here.elsewhere();

    @BeforeEach
    void makeTheTable() {
        here.jdbc()
                .sql("create table seen (position bigint primary key, before bigint, after bigint)")
                .update();
    }

    @AfterEach
    void close() {
        here.close();
        elsewhere.close();
    }

    @Test
    void aFailureInABatchNeitherSkipsNorRepeatsARow() {
        appendSome();
        var projection = new Projection(here, 10);
        var processor = processor(here, "here", projection);
        processor.start();

        await().until(() -> rows().size() == EVENTS);
        processor.shutDown();
        assertThat(projection.failures).hasPositiveValue();
        assertThat(rows()).isEqualTo(expected());
    }

    @Test
    void aReplayMakesTheSameRowsAgain() {
        appendSome();
        var processor = processor(here, "here", new Projection(here, 0));
        processor.start();
        await().until(() -> rows().size() == EVENTS);
        var grown = rows();

        processor.shutDown();
        processor.resetTokens();
        processor.start();

        await().until(() -> rows().size() == EVENTS && !processor.isReplaying());
        processor.shutDown();
        assertThat(rows()).isEqualTo(grown).isEqualTo(expected());
    }

    @Test
    void anotherNodeGoesOnWhereTheFirstStopped() {
        var one = processor(here, "here", new Projection(here, 0));
        one.start();
        here.append(new UserLoggedIn(1));
        await().until(() -> rows().size() == 1);
        one.shutDown();
        var other = processor(elsewhere, "elsewhere", new Projection(elsewhere, 0));
        other.start();
        elsewhere.append(new UserLoggedIn(2), new UserLoggedIn(3));
        await().until(() -> rows().size() == 3);
        other.shutDown();
        one.start();
        here.append(new UserLoggedIn(4));

        await().until(() -> rows().size() == 4);
        one.shutDown();
        assertThat(rows()).isEqualTo(expected());
    }

    private void appendSome() {
        IntStream.range(0, EVENTS).forEach(i -> {
            if (i % 5 == 1) {
                here.appendInVain(new UserLoggedIn(-1));
            }
            here.append(new UserLoggedIn(i));
        });
    }

    private List<Row> rows() {
        return here.jdbc()
                .sql("select * from seen order by position")
                .query(ReplayedProjectionTest::row)
                .list();
    }

    /** What a fold of the whole log from the beginning would have written. */
    private List<Row> expected() {
        return here.jdbc().sql("""
                        select event.position, row_number() over (order by event.position) - 1 as before,
                            row_number() over (order by event.position) as after
                        from ledger.event order by event.position
                        """).query(ReplayedProjectionTest::row).list();
    }

    private static TrackingEventProcessor processor(TestLog log, String nodeId, Projection projection) {
        return TrackingEventProcessor.builder()
                .name("seen")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(projection)
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .build())
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(log.store())
                .tokenStore(log.tokens(nodeId))
                .transactionManager(log.transactions())
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(7)
                        .andEventAvailabilityTimeout(100, TimeUnit.MILLISECONDS))
                .build();
    }

    private record Row(long position, long before, long after) {}

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getLong("position"), row.getLong("before"), row.getLong("after"));
    }

    /** Writes how many events there were before and after each, and fails once in the middle of a batch. */
    static final class Projection {

        private final TestLog log;
        private final ProjectionFold<Long> fold;
        private final int failAt;
        private final AtomicInteger failures = new AtomicInteger();

        Projection(TestLog log, int failAt) {
            this.log = log;
            this.failAt = failAt;
            var folding = new Folding<Long>(0L, (count, _) -> count + 1, Optional.empty());
            this.fold = new ProjectionFold<>(
                    log.log(), folding, new Past<>(log.log(), folding, Optional.empty()), _ -> Optional.empty());
        }

        @EventHandler
        void on(LedgerEvent event, TrackedEventMessage<?> message) {
            var step = fold.step(message);
            log.jdbc()
                    .sql("insert into seen values (:position, :before, :after)")
                    .param("position", step.recorded().position())
                    .param("before", step.before())
                    .param("after", step.after())
                    .update();
            if (event.equals(new UserLoggedIn(failAt)) && failAt > 0 && failures.getAndIncrement() == 0) {
                throw new IllegalStateException("once");
            }
        }

        @ResetHandler
        void reset() {
            log.jdbc().sql("delete from seen").update();
        }
    }
}
