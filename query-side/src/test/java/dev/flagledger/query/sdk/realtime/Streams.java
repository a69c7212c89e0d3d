package dev.flagledger.query.sdk.realtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Listeners whose clients accept each message when the test says so. */
final class Streams {

    final List<String> sent = new ArrayList<>();
    final List<Listener> left = new ArrayList<>();
    /** For each completed stream its failure, or null if it succeeded. */
    final List<@Nullable Throwable> completed = new ArrayList<>();

    private final Queue<Callback> pending = new ArrayDeque<>();
    private final CompletableFuture<Response> response = new CompletableFuture<>();
    private final Server server = new Server();

    Streams() throws Exception {
        var connector = new LocalConnector(server);
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response original, Callback callback) {
                response.complete(new Response.Wrapper(request, original) {
                    @Override
                    public void write(boolean last, ByteBuffer bytes, Callback written) {
                        sent.add(UTF_8.decode(bytes).toString());
                        pending.add(written);
                    }
                });
                return true;
            }
        });
        server.start();
        connector.connect().addInput("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    }

    Listener listener(int environmentId) {
        return new Listener(
                environmentId, response.join(), Callback.from(() -> completed.add(null), completed::add), left::add);
    }

    /** Lets the client accept what was sent. */
    void take() {
        pending.remove().succeeded();
    }

    void fail(Throwable cause) {
        pending.remove().failed(cause);
    }

    void stop() throws Exception {
        server.stop();
    }
}
