package dev.flagledger.query.sdk.realtime;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One open stream. It holds the newest change and nothing else, so that one that does not read costs no more than one that
 * does.
 */
final class Listener {

    private final BlockingQueue<ChangeMessage> newest = new ArrayBlockingQueue<>(1);

    /** Takes the place of what was not heard yet; nothing comes after an end. */
    synchronized void tell(ChangeMessage message) {
        if (!(newest.peek() instanceof ChangeMessage.Ended)) {
            newest.clear();
            newest.add(message);
        }
    }

    /** What there is to hear; null if nothing came in time. */
    @Nullable ChangeMessage hear(Duration patience) throws InterruptedException {
        return newest.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
