package dev.flagledger.contract.paging;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page that a request asks for, by its query parameters {@code page} and {@code page_size}. */
public final class PageRequest {

    /** The largest and default page size. */
    public static final int MAX_SIZE = 999;

    private static final String LAST = "last";

    private final HttpServletRequest request;
    private final int size;

    private PageRequest(HttpServletRequest request, int size) {
        this.request = request;
        this.size = size;
    }

    /** For lists that ignore {@code page_size}. */
    public static PageRequest fixed(HttpServletRequest request) {
        return new PageRequest(request, MAX_SIZE);
    }

    /** For lists that ignore {@code page_size} and have pages of this size. */
    public static PageRequest fixed(HttpServletRequest request, int size) {
        return new PageRequest(request, size);
    }

    /** For lists that honour {@code page_size}; values that are no positive numbers are ignored. */
    public static PageRequest sized(HttpServletRequest request) {
        var requested = positive(request.getParameter("page_size"));
        return new PageRequest(request, requested == null ? MAX_SIZE : Math.min(requested, MAX_SIZE));
    }

    /** The page size. */
    public int size() {
        return size;
    }

    /**
     * The number of the requested page in a list of this length, from 1.
     *
     * @throws NoSuchPage if the list has no such page
     */
    public int number(long count) {
        long last = Math.max(1, (count + size - 1) / size);
        var requested = request.getParameter("page");
        if (requested == null || requested.isEmpty()) {
            return 1;
        }
        if (LAST.equals(requested)) {
            return Math.toIntExact(last);
        }
        var number = positive(requested);
        if (number == null || number > last) {
            throw new NoSuchPage();
        }
        return number;
    }

    /** Cuts the requested page out of a list in memory. */
    public <T> Page<T> of(List<T> all) {
        int number = number(all.size());
        int from = (number - 1) * size;
        return page(all.subList(from, Math.min(all.size(), from + size)), all.size());
    }

    /** The requested page, with these results, of a list of this length. */
    public <T> Page<T> page(List<T> results, long count) {
        int number = number(count);
        boolean more = (long) number * size < count;
        return new Page<>(count, more ? link(number + 1) : null, number > 1 ? link(number - 1) : null, results);
    }

    /** As in Flagsmith, page 1 is omitted. */
    private String link(int number) {
        return PageLink.of(request, Collections.singletonMap("page", number > 1 ? number : null));
    }

    private static @Nullable Integer positive(@Nullable String text) {
        if (text == null || !text.matches("\\d{1,9}")) {
            return null;
        }
        int number = Integer.parseInt(text);
        return number == 0 ? null : number;
    }
}
