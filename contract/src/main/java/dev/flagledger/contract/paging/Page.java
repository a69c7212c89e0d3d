package dev.flagledger.contract.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param count how long the whole list is
 * @param next where the next page is; null on the last
 * @param previous where the page before is; null on the first
 * @param <T> what is listed
 */
public record Page<T>(
        long count, @Nullable String next, @Nullable String previous, List<T> results) {

    /** The same page with each result shown in another form. */
    public <V> Page<V> map(Function<T, V> view) {
        return new Page<>(count, next, previous, results.stream().map(view).toList());
    }
}
