package dev.flagledger.contract.http.server;

import dev.flagledger.api.Rejected;
import java.util.List;
import org.eclipse.jetty.http.pathmap.PathMappings;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Offers each request to the in-memory handler of its path, if there is one, and then to the next handler. */
final class InMemoryHandlers extends Handler.Wrapper {

    private final PathMappings<InMemoryHandler> byPath = new PathMappings<>();

    InMemoryHandlers(Handler next, List<InMemoryHandler> handlers) {
        super(next);
        handlers.forEach(handler -> handler.paths().forEach(path -> byPath.put(path, handler)));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var path = request.getHttpURI().getCanonicalPath();
        var matched = path == null ? null : byPath.getMatched(path);
        return (matched != null && isHandled(matched.getResource(), request, response, callback))
                || super.handle(request, response, callback);
    }

    /** Returns false also for a rejection, such as that of a withheld project, which the servlets render. */
    private static boolean isHandled(InMemoryHandler handler, Request request, Response response, Callback callback) {
        try {
            return handler.handle(request, response, callback);
        } catch (Rejected _) {
            return false;
        }
    }
}
