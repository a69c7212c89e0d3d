package dev.flagledger.query.usage;

import dev.flagledger.platform.StartOrder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has counts written down from time to time, and once more at the end. A server that is killed forgets the last interval. */
@Component
final class Bookkeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Bookkeeper.class);
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final List<Counted> books;
    private ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean running;

    Bookkeeper(List<Counted> books) {
        this.books = List.copyOf(books);
    }

    @Override
    public void start() {
        running = true;
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("bookkeeper").factory());
        timer.scheduleWithFixedDelay(this::write, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** After the last request has been answered. */
    @Override
    public void stop() {
        running = false;
        timer.close();
        write();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return StartOrder.READING;
    }

    private void write() {
        for (var book : books) {
            try {
                book.write();
            } catch (RuntimeException e) {
                LOG.warn("Usage could not be written down; it is counted on", e);
            }
        }
    }
}
