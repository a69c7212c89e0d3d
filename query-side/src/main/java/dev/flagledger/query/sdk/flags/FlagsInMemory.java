package dev.flagledger.query.sdk.flags;

import dev.flagledger.contract.http.PreparedHeaders;
import dev.flagledger.contract.http.server.InMemoryHandler;
import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.springframework.stereotype.Component;

/** {@code GET /api/v1/flags/} of an environment whose flags are prepared. Other requests are left to {@link FlagsServlet}. */
@Component
final class FlagsInMemory implements InMemoryHandler {

    private final PreparedHeaders headers = new PreparedHeaders(PreparedResponses.VARY, FlagsServlet.METHODS);

    private final EnvironmentKeyAuthenticator authenticator;
    private final PreparedFlags prepared;

    FlagsInMemory(EnvironmentKeyAuthenticator authenticator, PreparedFlags prepared) {
        this.authenticator = authenticator;
        this.prepared = prepared;
    }

    @Override
    public Set<String> paths() {
        return Set.of(FlagsServlet.PATHS);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var read = authenticator.plainRead(request);
        var body = read == null ? null : prepared.ready(read);
        if (read == null || body == null) {
            return false;
        }
        authenticator.count(read.sdk(), request);
        headers.addTo(request, response);
        read.send(response, body, callback);
        return true;
    }
}
