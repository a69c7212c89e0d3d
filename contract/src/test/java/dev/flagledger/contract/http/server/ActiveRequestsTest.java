package dev.flagledger.contract.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

class ActiveRequestsTest {

    private final List<Integer> counts = new ArrayList<>();

    @Test
    void aRequestIsActiveWhileItIsHandled() throws Exception {
        var requests = new ActiveRequests(new Watched(true));

        assertThat(LocalServer.body(answer(requests))).isEqualTo("handled");
        assertThat(counts).containsExactly(1);
        assertThat(requests.getRequestsActive()).isZero();
    }

    @Test
    void aRequestIsActiveUntilItIsAnsweredByAnotherThread() throws Exception {
        var requests = new ActiveRequests(new Watched(true) {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                Thread.startVirtualThread(() -> super.handle(request, response, callback));
                return true;
            }
        });

        assertThat(LocalServer.body(answer(requests))).isEqualTo("handled");
        assertThat(counts).containsExactly(1);
        assertThat(requests.getRequestsActive()).isZero();
    }

    @Test
    void aRequestThatNoHandlerAcceptsIsNoLongerActive() throws Exception {
        var requests = new ActiveRequests(new Watched(false));

        assertThat(answer(requests)).contains(" 404 ");
        assertThat(requests.getRequestsActive()).isZero();
    }

    @Test
    void aRequestWhoseHandlerFailsIsNoLongerActive() throws Exception {
        var requests = new ActiveRequests(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                throw new IllegalStateException("failed");
            }
        });

        assertThat(answer(requests)).contains(" 500 ");
        assertThat(requests.getRequestsActive()).isZero();
    }

    private static String answer(Handler handler) throws Exception {
        return LocalServer.answer("GET", "/", "", handler);
    }

    /** Handles all requests or none, and records how many are active. */
    private class Watched extends Handler.Abstract {

        private final boolean handles;

        Watched(boolean handles) {
            this.handles = handles;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            counts.add(getServer().getDescendant(ActiveRequests.class).getRequestsActive());
            if (handles) {
                LocalServer.write(response, "handled", callback);
            }
            return handles;
        }
    }
}
