package dev.flagledger.webhook.delivery.attempt;

import dev.flagledger.ledger.background.BackgroundLoop;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Records attempts behind those who make them, in groups: those that end while a group is recorded are the next. They are recorded in
 * the order in which they ended. What could not be recorded is tried again, and forgotten at the end of the node.
 */
@Component
public class AttemptRecorder {

    private static final Logger LOG = LoggerFactory.getLogger(AttemptRecorder.class);

    /** Limits the time for which the rows of a group are locked. */
    private static final int MOST = 200;

    /** Limits the memory that they take. */
    private static final int TOO_MANY = 10 * MOST;

    private static final Duration IDLE = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AttemptTable table;
    private final CircuitNotices notices;
    private final BlockingQueue<Attempt> ended = new LinkedBlockingQueue<>();
    private final List<Attempt> group = new ArrayList<>();
    private final BackgroundLoop loop = new BackgroundLoop("webhook-recorder", this::round).pausingAtMost(PAUSE);
    private volatile Runnable recorded = () -> {};

    AttemptRecorder(
            JdbcClient jdbc,
            TransactionOperations transaction,
            Clock clock,
            CircuitTable circuits,
            CircuitNotices notices) {
        this.notices = notices;
        this.table = new AttemptTable(jdbc, transaction, clock, circuits);
    }

    /** Starts to record. */
    public void start(Runnable after) {
        recorded = after;
        loop.start();
    }

    /** Records an attempt soon. */
    public void record(Attempt attempt) {
        ended.add(attempt);
        loop.wake();
    }

    /**
     * Whether so many attempts wait that no more should be made: as long as an acknowledgement is not recorded, the message is sent again
     * when its lease expires.
     */
    public boolean isBehind() {
        return ended.size() >= TOO_MANY;
    }

    /** Records what has ended, and stops. */
    public void stop(Duration timeout) {
        if (!loop.stop(timeout)) {
            return;
        }
        try {
            while (recordGroup()) {
                // Until there is none.
            }
        } catch (RuntimeException e) {
            LOG.warn("{} attempts were not recorded, and will be repeated", group.size() + ended.size(), e);
            group.clear();
            ended.clear();
        }
    }

    private Duration round() {
        return recordGroup() ? Duration.ZERO : IDLE;
    }

    private boolean recordGroup() {
        ended.drainTo(group, MOST - group.size());
        if (group.isEmpty()) {
            return false;
        }
        boolean noticed = table.record(List.copyOf(group));
        group.clear();
        if (noticed) {
            notices.written();
        }
        recorded.run();
        return true;
    }
}
