package dev.flagledger.contract.http.server;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.StatisticsHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Counts active requests. Spring Boot obtains the number from a {@link StatisticsHandler}, and waits until it is zero before it
 * stops the server. Jetty's own implementation also measures times and bytes, for which it wraps each request and response.
 */
final class ActiveRequests extends StatisticsHandler {

    private final AtomicInteger active = new AtomicInteger();

    ActiveRequests(Handler next) {
        setHandler(next);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var counted = new Counted(callback);
        boolean handled = false;
        try {
            handled = getHandler().handle(request, response, counted);
            return handled;
        } finally {
            if (!handled) {
                counted.completed();
            }
        }
    }

    @Override
    public int getRequestsActive() {
        return active.get();
    }

    /** A request that is counted until its callback is completed, or no handler accepts it. */
    private final class Counted extends Callback.Nested {

        private final AtomicBoolean completed = new AtomicBoolean();

        Counted(Callback callback) {
            super(callback);
            active.incrementAndGet();
        }

        @Override
        public void completed() {
            if (completed.compareAndSet(false, true)) {
                active.decrementAndGet();
            }
        }
    }
}
