package dev.flagledger.contract.http.server;

import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers requests from memory on the selector's thread, before they get a thread of their own. Must not block: a request that
 * might, for example by a database query, is left to the servlet at the same path, as is every unusual one.
 */
public interface InMemoryHandler {

    /** Returns the paths whose requests are offered to this handler: exact ones, or prefixes that end with {@code /*}. */
    Set<String> paths();

    /**
     * Answers a request, or leaves it to its servlet.
     *
     * @return false if the request is left; the response is untouched then
     */
    boolean handle(Request request, Response response, Callback callback);
}
