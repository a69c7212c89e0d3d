package dev.flagledger.contract.http.server;

import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers requests from memory on the selector's thread, before they are given a thread of their own. It must not block: whatever
 * might, such as a look-up in the database, is left to the servlet at the same path, and so is every request that is not plain.
 */
public interface InMemoryHandler {

    /** The paths whose requests are offered to this handler: exact ones, or prefixes that end with {@code /*}. */
    Set<String> paths();

    /**
     * Answers a request, or leaves it to its servlet.
     *
     * @return false if the request is left; nothing is done to the response then
     */
    boolean handle(Request request, Response response, Callback callback);
}
