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

/** Reads a long range of the log in pages, several ahead of the one being folded. Relies on positions without gaps. */
final class ReadAhead implements AutoCloseable {

    static final int PAGE = 2_000;
    private static final int AHEAD = 4;

    private final EventLog log;
    private final long upTo;
    private final ExecutorService readers = Executors.newFixedThreadPool(
            2, Thread.ofPlatform().name("history-reader-", 0).daemon().factory());
    private final Deque<Future<List<LogRow>>> pages = new ArrayDeque<>();
    private long requested;

    ReadAhead(EventLog log, long after, long upTo) {
        this.log = log;
        this.upTo = upTo;
        this.requested = after;
        for (int page = 0; page < AHEAD; page++) {
            request();
        }
    }

    private void request() {
        if (requested < upTo) {
            long after = requested;
            requested = Math.min(after + PAGE, upTo);
            long last = requested;
            pages.add(readers.submit(() -> log.unnamedRows(after, last)));
        }
    }

    /** The next page; empty at the end. */
    List<LogRow> next() throws InterruptedException {
        var page = pages.poll();
        if (page == null) {
            return List.of();
        }
        request();
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
