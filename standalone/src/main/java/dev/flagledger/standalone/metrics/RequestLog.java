package dev.flagledger.standalone.metrics;

import dev.flagledger.contract.http.front.Routes;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.util.Set;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Measures requests where Tomcat would write its access log: all of them, whoever answered, and those too that were refused before
 * anybody was asked.
 */
final class RequestLog extends ValveBase implements AccessLog {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final RequestMeters meters;

    RequestLog(RequestMeters meters) {
        super(true);
        this.meters = meters;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
    }

    @Override
    public void log(Request request, Response response, long nanos) {
        var kind = new RequestMeters.Kind(route(request), method(request), response.getStatus());
        meters.answered(kind, nanos, response.getBytesWritten(false));
    }

    /** The template of the address: Flagsmith's end with a slash, and so do these. */
    private static String route(Request request) {
        var mapping = request.getHttpServletMapping();
        var match = mapping.getMappingMatch();
        if (match == MappingMatch.EXACT || match == MappingMatch.PATH) {
            return slashed(mapping.getPattern().replace("*", "{path}"));
        }
        return Routes.templateOf(request).map(RequestLog::slashed).orElse("");
    }

    private static String slashed(String template) {
        return template.startsWith("/api/") && !template.endsWith("/") ? template + "/" : template;
    }

    /** Whoever asks may write any word. */
    private static String method(Request request) {
        var method = request.getMethod();
        return method != null && METHODS.contains(method) ? method : "OTHER";
    }

    @Override
    public void setRequestAttributesEnabled(boolean enabled) {
        // Addresses of clients are not measured.
    }

    @Override
    public boolean getRequestAttributesEnabled() {
        return false;
    }
}
