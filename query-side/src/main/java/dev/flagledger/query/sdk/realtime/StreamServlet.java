package dev.flagledger.query.sdk.realtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flagledger.contract.error.text.AccessTexts;
import dev.flagledger.contract.error.text.SdkTexts;
import dev.flagledger.contract.http.ContractHeaders;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Handles the requests for streams that {@link StreamHandler} leaves: preflights, and requests to refuse. */
final class StreamServlet extends HttpServlet {

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
        response.addHeader("Allow", StreamHandler.METHODS);
        if (request.getMethod().equals("OPTIONS")) {
            response.setContentLength(0);
            return;
        }
        if (!request.getMethod().equals("GET")) {
            refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, SdkTexts.GET_ONLY);
            return;
        }
        // Clients reconnect after a stream has ended, but not after a refusal, so an empty stream asks them to try
        // again.
        response.setContentType(StreamHandler.CONTENT_TYPE);
        if (!history.caughtUp()) {
            return;
        }
        if (broadcaster.isFull()) {
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, SdkTexts.TOO_MANY_STREAMS);
            return;
        }
        var path = request.getServletPath() + request.getPathInfo();
        if (StreamHandler.environment(history.state(), path).isEmpty()) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, AccessTexts.NOT_FOUND);
        }
    }

    private static void refuse(HttpServletResponse response, int status, String detail) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream().write(("{\"detail\":\"" + detail + "\"}").getBytes(UTF_8));
    }
}
