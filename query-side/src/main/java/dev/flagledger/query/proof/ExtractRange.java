package dev.flagledger.query.proof;

import dev.flagledger.contract.error.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The events that a request wants of an extract.
 *
 * @param after the position before the first, from 0
 * @param upTo the position of the last, included
 * @param limit the maximum number of events
 */
record ExtractRange(long after, long upTo, int limit) {

    private static final int MOST = 1_000;

    /**
     * Reads the query of a request; by default the first events of all.
     *
     * @throws InvalidInput if a parameter is no integer, or out of range
     */
    static ExtractRange of(HttpServletRequest request) {
        return new ExtractRange(
                read(request, "after", 0, 0, Long.MAX_VALUE),
                read(request, "up_to", Long.MAX_VALUE, 0, Long.MAX_VALUE),
                (int) read(request, "limit", MOST, 1, MOST));
    }

    private static long read(HttpServletRequest request, String name, long fallback, long least, long most) {
        return PositionParameter.read(name, request.getParameter(name), fallback, least, most);
    }
}
