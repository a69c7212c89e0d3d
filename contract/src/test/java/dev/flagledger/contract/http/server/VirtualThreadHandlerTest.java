package dev.flagledger.contract.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

class VirtualThreadHandlerTest {

    @Test
    void anErrorIsAnswered() throws Exception {
        assertThat(answer(new Handler.Abstract() {
                    @Override
                    public boolean handle(Request request, Response response, Callback callback) {
                        throw new StackOverflowError();
                    }
                }))
                .startsWith("HTTP/1.1 500 ");
    }

    @Test
    void aRequestThatNothingHandlesIsNotFound() throws Exception {
        assertThat(answer(new Handler.Wrapper())).startsWith("HTTP/1.1 404 ");
    }

    private static String answer(Handler blocking) throws Exception {
        var server = new Server();
        var connector = new LocalConnector(server);
        server.addConnector(connector);
        server.setHandler(new VirtualThreadHandler(blocking, Thread::startVirtualThread));
        server.start();
        try {
            return connector.getResponse("GET / HTTP/1.0\r\n\r\n");
        } finally {
            server.stop();
        }
    }
}
