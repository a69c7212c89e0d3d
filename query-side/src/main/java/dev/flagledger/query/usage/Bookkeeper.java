package dev.flagledger.query.usage;

import dev.flagledger.ledger.StartOrder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
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
    private CountDownLatch end = new CountDownLatch(1);
    private Thread keeper = Thread.ofVirtual().unstarted(() -> {});
    private volatile boolean running;

    Bookkeeper(List<Counted> books) {
        this.books = List.copyOf(books);
    }

    @Override
    public void start() {
        running = true;
        end = new CountDownLatch(1);
        keeper = Thread.ofVirtual().name("bookkeeper").start(this::keep);
    }

    /** After the last request has been answered. */
    @Override
    public void stop() {
        running = false;
        end.countDown();
        try {
            keeper.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return StartOrder.READING;
    }

    private void keep() {
        try {
            while (!end.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                write();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        write();
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
