package dev.flagledger.contract.http.server;

import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Handles each request on a virtual thread of its own, so that later handlers may block. Earlier ones run on the selector's thread,
 * and must not.
 */
final class VirtualThreadHandler extends Handler.Wrapper {

    private final Executor threads;

    VirtualThreadHandler(Handler blocking, Executor threads) {
        super(blocking);
        this.threads = threads;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        threads.execute(() -> handleHere(request, response, callback));
        return true;
    }

    private void handleHere(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Throwable t) {
            Response.writeError(request, response, callback, t);
        }
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }
}
