package dev.flagledger.query.sdk.realtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flagledger.contract.error.text.AccessTexts;
import dev.flagledger.contract.error.text.SdkTexts;
import dev.flagledger.contract.http.ContractHeaders;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.ledger.history.History;
import dev.flagledger.query.sdk.flags.UpdatedAt;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code GET /sse/environments/{client key}/stream}: an event each time when the environment's flags have changed. The key is
 * public and stands in the path, because browsers cannot send headers with such a request. Each stream holds one virtual thread;
 * one whose client does not read is cut off when its connection has been idle for too long.
 */
final class StreamServlet extends HttpServlet {

    private static final Pattern PATH = Pattern.compile("/([^/]+)/stream/?");
    /** Shorter than the minute after which proxies take a silent connection for a dead one. */
    private static final Duration PING = Duration.ofSeconds(15);
    /** Each holds one of the server's connections, 8,192 at most, of which other requests need some too. */
    private static final int MOST = 6_000;

    private final transient History<Installation> history;
    private final transient RealtimeBroadcaster broadcaster;

    StreamServlet(History<Installation> history, RealtimeBroadcaster broadcaster) {
        this.history = history;
        this.broadcaster = broadcaster;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ContractHeaders.on(request, response);
        if (ContractHeaders.answeredPreflight(request, response)) {
            return;
        }
        response.addHeader("Allow", "GET, OPTIONS");
        if (request.getMethod().equals("OPTIONS")) {
            response.setContentLength(0);
            return;
        }
        if (!request.getMethod().equals("GET")) {
            refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, SdkTexts.GET_ONLY);
            return;
        }
        // Clients come back to a stream that ends, but not to one that is refused.
        response.setContentType("text/event-stream");
        if (!history.caughtUp()) {
            return;
        }
        if (broadcaster.listeners() >= MOST) {
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, SdkTexts.TOO_MANY_STREAMS);
            return;
        }
        var environment = environment(request.getPathInfo());
        if (environment.isEmpty()) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, AccessTexts.NOT_FOUND);
            return;
        }
        // Proxies such as nginx would else wait for more before they pass anything on.
        response.setHeader("X-Accel-Buffering", "no");
        stream(environment.get(), response.getOutputStream());
    }

    private Optional<Environment> environment(String path) {
        var matcher = PATH.matcher(Optional.ofNullable(path).orElse(""));
        return matcher.matches() ? history.state().environmentOfKey(matcher.group(1)) : Optional.empty();
    }

    private void stream(Environment environment, OutputStream out) {
        var listener = new Listener();
        broadcaster.join(environment, listener);
        try {
            send(out, ": connected\n\n");
            while (true) {
                switch (listener.hear(PING)) {
                    case null -> send(out, ": ping\n\n");
                    case ChangeMessage.Changed(var at) ->
                        send(out, "event: environment_updated\ndata: {\"updated_at\": " + UpdatedAt.text(at) + "}\n\n");
                    case ChangeMessage.Ended _ -> {
                        return;
                    }
                }
            }
        } catch (IOException _) {
            // The client has gone, which is how streams end.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            broadcaster.leave(environment.id(), listener);
        }
    }

    /** In one piece: some clients read each piece by itself. */
    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
    }

    private static void refuse(HttpServletResponse response, int status, String detail) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream().write(("{\"detail\":\"" + detail + "\"}").getBytes(UTF_8));
    }
}
