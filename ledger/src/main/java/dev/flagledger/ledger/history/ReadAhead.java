package dev.flagledger.ledger.history;

import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.ledger.log.store.LogRow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads a long stretch of the log in pages, the next ones while the last one is folded; positions have no gaps. */
final class ReadAhead implements AutoCloseable {

    static final int PAGE = 2_000;
    private static final int AHEAD = 4;

    private final EventLog log;
    private final long upTo;
    private final ExecutorService readers = Executors.newFixedThreadPool(
            2, Thread.ofPlatform().name("history-reader-", 0).daemon().factory());
    private final Deque<Future<List<LogRow>>> pages = new ArrayDeque<>();
    private long asked;

    ReadAhead(EventLog log, long after, long upTo) {
        this.log = log;
        this.upTo = upTo;
        this.asked = after;
        for (int page = 0; page < AHEAD; page++) {
            ask();
        }
    }

    private void ask() {
        if (asked < upTo) {
            long after = asked;
            asked = Math.min(after + PAGE, upTo);
            long last = asked;
            pages.add(readers.submit(() -> log.unnamedRows(after, last)));
        }
    }

    /** The next page; empty at the end. */
    List<LogRow> next() throws InterruptedException {
        var page = pages.poll();
        if (page == null) {
            return List.of();
        }
        ask();
        try {
            return page.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
