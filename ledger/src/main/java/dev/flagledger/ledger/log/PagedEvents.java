package dev.flagledger.ledger.log;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.axonframework.eventhandling.TrackedEventMessage;

/** The events after a position, read page by page; each is made from its row only when it is asked for. */
final class PagedEvents implements Iterator<TrackedEventMessage<?>> {

    static final int PAGE = 1_000;

    private final EventTable table;
    private final Pages pages;
    private List<EventTable.Row> page;
    private int next;

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
        if (next == page.size() && page.size() == PAGE) {
            page = pages.after(page.getLast().position());
            next = 0;
        }
        return next < page.size();
    }

    @Override
    public TrackedEventMessage<?> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return table.read(page.get(next++));
    }
}
