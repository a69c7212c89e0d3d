package dev.flagledger.command.user.mailed;

import dev.flagledger.contract.log.OncePerMinute;
import dev.flagledger.ledger.StartOrder;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Does in the background what must not delay a response, because the delay would reveal whether an account exists. A node that stops
 * completes what it has begun. Requests beyond a limit are dropped, which is logged.
 */
@Component
class Unobserved implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Unobserved.class);

    private static final int WAITING = 1_000;
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final OncePerMinute warnings = new OncePerMinute(System::nanoTime);

    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofVirtual().name("unobserved").factory(),
            (_, _) -> dropped());

    private void dropped() {
        if (warnings.isDue()) {
            LOG.warn("More than {} requests for mails are waiting, so some are dropped", WAITING);
        }
    }

    /** Does the work soon. Returns at once. */
    void later(Runnable work) {
        thread.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warn("A request for a mail failed: {}", e.toString());
            }
        });
    }

    @Override
    public void start() {}

    @Override
    public void stop() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("{} requests for mails are lost", thread.shutdownNow().size());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !thread.isShutdown();
    }

    @Override
    public int getPhase() {
        return StartOrder.READING;
    }
}
