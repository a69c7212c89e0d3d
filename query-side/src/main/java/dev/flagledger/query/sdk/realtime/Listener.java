package dev.flagledger.query.sdk.realtime;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One open stream. It holds the newest change and nothing else, so that one that does not read costs no more than one that
 * does.
 */
final class Listener {

    /** What a listener is told. */
    sealed interface News {

        /** Flags are as of this instant now. */
        record Changed(Instant at) implements News {}

        /** There is nothing more to listen for. */
        record Ended() implements News {}
    }

    private final BlockingQueue<News> newest = new ArrayBlockingQueue<>(1);

    /** Takes the place of what was not heard yet; nothing comes after an end. */
    synchronized void tell(News news) {
        if (!(newest.peek() instanceof News.Ended)) {
            newest.clear();
            newest.add(news);
        }
    }

    /** What there is to hear; null if nothing came in time. */
    @Nullable News hear(Duration patience) throws InterruptedException {
        return newest.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
