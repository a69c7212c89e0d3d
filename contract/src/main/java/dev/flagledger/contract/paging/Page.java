package dev.flagledger.contract.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param count the length of the whole list
 * @param next the URL of the next page; null on the last page
 * @param previous the URL of the previous page; null on the first page
 * @param <T> the type of the results
 */
public record Page<T>(
        long count, @Nullable String next, @Nullable String previous, List<T> results) {

    /** The page with each result mapped. */
    public <V> Page<V> map(Function<T, V> view) {
        return new Page<>(count, next, previous, results.stream().map(view).toList());
    }
}
