package dev.flagledger.contract.paging;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Which page of a list a request asks for. */
public final class PageRequest {

    /** The most that a page holds, and what it holds when nothing is said. */
    public static final int MAX_SIZE = 999;

    private static final String LAST = "last";

    private final HttpServletRequest request;
    private final int size;

    private PageRequest(HttpServletRequest request, int size) {
        this.request = request;
        this.size = size;
    }

    /** For lists whose pages always have the full size, whatever the request says. */
    public static PageRequest fixed(HttpServletRequest request) {
        return new PageRequest(request, MAX_SIZE);
    }

    /** For lists that honour {@code page_size}; one that is no positive number counts as not given. */
    public static PageRequest sized(HttpServletRequest request) {
        var wanted = positive(request.getParameter("page_size"));
        return new PageRequest(request, wanted == null ? MAX_SIZE : Math.min(wanted, MAX_SIZE));
    }

    /** How many results a page holds. */
    public int size() {
        return size;
    }

    /** Whether it is the first, which every list has. */
    public boolean isFirst() {
        var wanted = request.getParameter("page");
        return wanted == null || wanted.isEmpty() || Integer.valueOf(1).equals(positive(wanted));
    }

    /**
     * The number of the page in a list of this length, from 1.
     *
     * @throws NoSuchPage if the list has no such page
     */
    public int number(long count) {
        long last = Math.max(1, (count + size - 1) / size);
        var wanted = request.getParameter("page");
        if (wanted == null || wanted.isEmpty()) {
            return 1;
        }
        if (LAST.equals(wanted)) {
            return Math.toIntExact(last);
        }
        var number = positive(wanted);
        if (number == null || number > last) {
            throw new NoSuchPage();
        }
        return number;
    }

    /** The page of a list that is all in memory. */
    public <T> Page<T> of(List<T> all) {
        int number = number(all.size());
        int from = (number - 1) * size;
        return page(all.subList(from, Math.min(all.size(), from + size)), all.size());
    }

    /** The page with these results, out of a list of this length. */
    public <T> Page<T> page(List<T> results, long count) {
        int number = number(count);
        boolean more = (long) number * size < count;
        return new Page<>(count, more ? link(number + 1) : null, number > 1 ? link(number - 1) : null, results);
    }

    /** Ends in a slash, as clients know it. Parameters stand in the order of their names; page 1 goes without saying. */
    private String link(int number) {
        var parameters = new TreeMap<>(request.getParameterMap());
        parameters.remove("page");
        if (number > 1) {
            parameters.put("page", new String[] {Integer.toString(number)});
        }
        var link = ServletUriComponentsBuilder.fromRequestUri(request);
        if (!request.getRequestURI().endsWith("/")) {
            link.path("/");
        }
        parameters.forEach((name, values) -> link.queryParam(name, (Object[]) values));
        return link.encode().build().toUriString();
    }

    private static @Nullable Integer positive(@Nullable String text) {
        if (text == null || !text.matches("\\d{1,9}")) {
            return null;
        }
        int number = Integer.parseInt(text);
        return number == 0 ? null : number;
    }
}
