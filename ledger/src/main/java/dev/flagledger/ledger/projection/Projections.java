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
 * The projections of a node. Each runs on one node at a time; another takes it over soon after that one has failed. A node is ready
 * while none of them has stopped or keeps failing.
 *
 * @param <S> the state before and after each event
 */
public final class Projections<S> implements SmartLifecycle {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(4);

    private final History<S> history;
    private final ProjectionTable table;
    private final List<ProjectionRunner<S>> runners;
    private final List<Rebuild<S>> rebuilds;
    private final Duration timeout;
    private volatile boolean running;

    /**
     * Creates the projections of this node.
     *
     * @param node the unique name of this node in leases; empty for a generated one
     */
    public Projections(
            DataSource database, String node, History<S> history, List<? extends Projection<S>> projections) {
        this(database, node, history, projections, TIMEOUT);
    }

    /** Creates them with a timeout of {@link #awaitFold}. */
    Projections(
            DataSource database,
            String node,
            History<S> history,
            List<? extends Projection<S>> projections,
            Duration timeout) {
        this.timeout = timeout;
        this.history = history;
        var jdbc = JdbcClient.create(database);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.table = new ProjectionTable(
                jdbc, node.isEmpty() ? ManagementFactory.getRuntimeMXBean().getName() : node);
        this.runners = projections.stream()
                .map(projection -> new ProjectionRunner<S>(projection, history.steps(), table, transaction))
                .toList();
        this.rebuilds = projections.stream()
                .filter(ReadModel.class::isInstance)
                .map(projection -> (ReadModel<S>) projection)
                .map(model -> new Rebuild<>(
                        model,
                        history.steps(),
                        table,
                        transaction,
                        jdbc,
                        () -> history.at().position()))
                .toList();
        history.watch(event -> runners.forEach(runner -> runner.announce(event.position())));
    }

    /**
     * Waits until a projection, on whatever node it runs, has reached the position of this node's history. What it wrote then includes
     * every change that this node has confirmed.
     *
     * @param what names the read model in the exception
     * @throws NotCaughtUp after the timeout
     */
    public void awaitFold(String projection, String what) {
        long target = history.at().position();
        var here = runners.stream()
                .filter(runner -> runner.name().equals(projection))
                .findAny();
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!here.map(runner -> runner.await(target, deadline)).orElse(false) && position(projection) < target) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw new NotCaughtUp(what);
            }
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
        }
    }

    /**
     * Rebuilds a read model from the first event, while the present table remains in use.
     *
     * @throws IllegalArgumentException if there is no read model of this name
     */
    public void rebuild(String name) {
        var rebuild = rebuilds.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("No read model is called " + name));
        table.outdate(name);
        rebuild.wake();
    }

    /** The running rebuilds of read models, on whatever node. Does not query the database. */
    public List<Progress> rebuilding() {
        return rebuilds.stream()
                .map(Rebuild::progress)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The read models whose rebuild is not finished or not begun, on whatever node. Queries the database. */
    public List<Progress> outdated() {
        return rebuilds.stream()
                .map(Rebuild::outdated)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The names of the read models. */
    public List<String> readModels() {
        return rebuilds.stream().map(Rebuild::name).toList();
    }

    /** The names of this node's projections. */
    public List<String> names() {
        return runners.stream().map(ProjectionRunner::name).toList();
    }

    /** The stored position of a projection, on whatever node it runs. Queries the database. */
    public long position(String projection) {
        return table.find(ProjectionRow.live(projection))
                .map(ProjectionTable.Found::position)
                .orElse(0L);
    }

    /** Whether no projection has stopped or keeps failing. */
    public boolean ready() {
        return running && runners.stream().allMatch(ProjectionRunner::healthy);
    }

    @Override
    public void start() {
        running = true;
        runners.forEach(ProjectionRunner::start);
        rebuilds.forEach(Rebuild::start);
    }

    @Override
    public void stop() {
        running = false;
        rebuilds.forEach(Rebuild::stop);
        runners.forEach(ProjectionRunner::stop);
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
