package dev.flagledger.query.sdk.analytics;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.form.ParsedBody;
import dev.flagledger.contract.http.PreparedHeaders;
import dev.flagledger.contract.http.server.InMemoryHandler;
import dev.flagledger.query.sdk.flags.ApplicationServlet;
import dev.flagledger.query.sdk.flags.EnvironmentKeyAuthenticator;
import dev.flagledger.query.sdk.flags.SdkRequest;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Handles reports that arrive whole with their headers. Other requests are left to the servlets. */
final class ReportsInMemory implements InMemoryHandler {

    private final PreparedHeaders headers = new PreparedHeaders(ApplicationServlet.VARY, AnalyticsServlet.METHODS);

    private final EnvironmentKeyAuthenticator authenticator;
    private final ReportCounter counter;
    private final Set<String> paths;
    private final int status;
    private final Function<ParsedBody, Map<String, Long>> counts;

    /**
     * @param status the status of the empty response
     * @param counts reads the evaluations by feature name
     */
    ReportsInMemory(
            EnvironmentKeyAuthenticator authenticator,
            ReportCounter counter,
            Set<String> paths,
            int status,
            Function<ParsedBody, Map<String, Long>> counts) {
        this.authenticator = authenticator;
        this.counter = counter;
        this.paths = paths;
        this.status = status;
        this.counts = counts;
    }

    @Override
    public Set<String> paths() {
        return paths;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        boolean plain =
                HttpMethod.POST.is(request.getMethod()) && request.getHttpURI().getQuery() == null;
        var sdk = plain ? authenticator.remembered(request) : null;
        return sdk != null && isCounted(sdk, request, response, callback);
    }

    private boolean isCounted(SdkRequest sdk, Request request, Response response, Callback callback) {
        var reported = reported(request);
        if (reported == null) {
            return false;
        }
        authenticator.count(sdk, request);
        counter.count(sdk, reported);
        headers.addTo(request, response);
        if (status != HttpStatus.NO_CONTENT_204) {
            response.getHeaders().add(HttpHeader.CONTENT_LENGTH, 0);
        }
        response.setStatus(status);
        response.write(true, null, callback);
        return true;
    }

    private @Nullable Map<String, Long> reported(Request request) {
        try {
            var body = ParsedBody.arrived(request);
            return body == null ? null : counts.apply(body);
        } catch (InvalidInput _) {
            return null;
        }
    }
}
