package dev.flagledger.query.sdk.realtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flagledger.api.Rejected;
import dev.flagledger.contract.error.text.SdkTexts;
import dev.flagledger.contract.error.text.access.AccessTexts;
import dev.flagledger.contract.http.ClientAddress;
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
    private final transient StreamLimit limit;

    StreamServlet(History<Installation> history, StreamLimit limit) {
        this.history = history;
        this.limit = limit;
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
        if (limit.isFull(ClientAddress.of(request))) {
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, SdkTexts.TOO_MANY_STREAMS);
            return;
        }
        if (!exists(request.getServletPath() + request.getPathInfo())) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, AccessTexts.NOT_FOUND);
        }
    }

    /** Returns whether there is an environment for this path. A withheld one may be readable later. */
    private boolean exists(String path) {
        try {
            return StreamHandler.environment(history.state(), path).isPresent();
        } catch (Rejected _) {
            return true;
        }
    }

    private static void refuse(HttpServletResponse response, int status, String detail) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream().write(("{\"detail\":\"" + detail + "\"}").getBytes(UTF_8));
    }
}
