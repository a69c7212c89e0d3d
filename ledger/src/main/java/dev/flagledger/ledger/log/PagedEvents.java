package dev.flagledger.ledger.log;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Supplier;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * The events after a position, read page by page; each is made from its row only when it is asked for. What is not understood
 * of a project is passed over; all else that is not understood stops whoever comes to it.
 */
final class PagedEvents implements Iterator<TrackedEventMessage<?>> {

    static final int PAGE = 1_000;

    private final EventTable table;
    private final Pages pages;
    private List<EventTable.Row> page;
    private int next;
    private @Nullable Supplier<TrackedEventMessage<?>> upcoming;

    /** Reads the rows after a position, at most {@link #PAGE} of them. */
    interface Pages {
        List<EventTable.Row> after(long position);
    }

    PagedEvents(EventTable table, Pages pages, long after) {
        this.table = table;
        this.pages = pages;
        this.page = pages.after(after);
    }

    @Override
    public boolean hasNext() {
        while (upcoming == null) {
            if (next == page.size() && page.size() == PAGE) {
                page = pages.after(page.getLast().position());
                next = 0;
            }
            if (next == page.size()) {
                return false;
            }
            upcoming = read(page.get(next++));
        }
        return true;
    }

    /** Null for what is not understood of a project: the history withholds the project, and says so. */
    private @Nullable Supplier<TrackedEventMessage<?>> read(EventTable.Row row) {
        try {
            var event = table.read(row);
            return () -> event;
        } catch (SerializationException e) {
            return row.project() == null
                    ? () -> {
                        throw e;
                    }
                    : null;
        }
    }

    @Override
    public TrackedEventMessage<?> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var event = Objects.requireNonNull(upcoming);
        upcoming = null;
        return event.get();
    }
}
