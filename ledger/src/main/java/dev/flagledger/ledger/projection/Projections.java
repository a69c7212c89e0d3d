package dev.flagledger.ledger.projection;

import dev.flagledger.ledger.StartOrder;
import dev.flagledger.ledger.history.History;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The projections of a node. Each runs on one node at a time, and on another soon after that one is gone. A node serves while
 * none of them stands before an event that it cannot get past, or has stopped.
 *
 * @param <S> the state that projections are shown
 */
public final class Projections<S> implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(4);

    private final History<S> history;
    private final ProjectionTable places;
    private final List<ProjectionRunner<S>> followers;
    private final List<Rebuild<S>> rebuilds;
    private volatile boolean running;

    /**
     * Those of this node.
     *
     * @param node the name under which this node holds them, other than that of all others; empty for one that is made up
     */
    public Projections(
            DataSource database, String node, History<S> history, List<? extends Projection<S>> projections) {
        this.history = history;
        var jdbc = JdbcClient.create(database);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.places = new ProjectionTable(
                jdbc, node.isEmpty() ? ManagementFactory.getRuntimeMXBean().getName() : node);
        this.followers = projections.stream()
                .map(projection -> new ProjectionRunner<S>(projection, history.steps(), places, transaction))
                .toList();
        this.rebuilds = projections.stream()
                .filter(ReadModel.class::isInstance)
                .map(projection -> (ReadModel<S>) projection)
                .map(model -> new Rebuild<>(
                        model,
                        history.steps(),
                        places,
                        transaction,
                        jdbc,
                        () -> history.at().position()))
                .toList();
        history.watch(event -> followers.forEach(follower -> follower.tell(event.position())));
    }

    /**
     * Waits until a projection, on whatever node it runs, has come as far as the history of this one: who reads what it wrote
     * then sees every change that this node has answered for.
     *
     * @param what names what it wrote, for those who are told that it is not ready
     * @throws NotCaughtUp if it does not come as far in time
     */
    public void awaitFold(String projection, String what) {
        long wanted = history.at().position();
        var here = followers.stream()
                .filter(follower -> follower.name().equals(projection))
                .findAny();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!here.map(follower -> follower.await(wanted, deadline)).orElse(false) && position(projection) < wanted) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw new NotCaughtUp(what);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    /**
     * Has a read model made anew from the first event, while what is there answers.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public void rebuild(String name) {
        var named = rebuilds.stream()
                .filter(rebuild -> rebuild.name().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("No read model is called " + name));
        places.outdate(name);
        named.wake();
    }

    /** Those of this node's read models that are made anew, on whatever node. Answered from memory. */
    public List<Progress> rebuilding() {
        return rebuilds.stream()
                .map(Rebuild::progress)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The names of this node's projections. */
    public List<String> names() {
        return followers.stream().map(ProjectionRunner::name).toList();
    }

    /** The position of the last event that a projection has written, on whatever node it runs. Asks the database. */
    public long position(String projection) {
        return places.find(ProjectionRow.answering(projection))
                .map(ProjectionTable.Found::position)
                .orElse(0L);
    }

    /** Whether none of them has stopped, or stands before an event that it cannot get past. */
    public boolean ready() {
        return running && followers.stream().allMatch(ProjectionRunner::healthy);
    }

    @Override
    public void start() {
        running = true;
        followers.forEach(ProjectionRunner::start);
        rebuilds.forEach(Rebuild::start);
    }

    @Override
    public void stop() {
        running = false;
        rebuilds.forEach(Rebuild::stop);
        followers.forEach(ProjectionRunner::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return StartOrder.READING;
    }
}
