package dev.flagledger.standalone.metrics;

import dev.flagledger.contract.http.front.Routes;
import java.util.Set;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHandler;
import org.eclipse.jetty.http.pathmap.PathSpec;
import org.eclipse.jetty.http.pathmap.PathSpecGroup;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.NanoTime;

/** Measures requests in place of Jetty's access log, which includes requests that reached no handler. */
final class MeasuringRequestLog implements RequestLog {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final ServletHandler servlets;
    private final RequestMeters meters;

    private MeasuringRequestLog(ServletHandler servlets, RequestMeters meters) {
        this.servlets = servlets;
        this.meters = meters;
    }

    static MeasuringRequestLog of(Server server, RequestMeters meters) {
        return new MeasuringRequestLog(
                server.getDescendant(ServletContextHandler.class).getServletHandler(), meters);
    }

    @Override
    public void log(Request request, Response response) {
        var kind = new RequestMeters.Kind(route(request), method(request), response.getStatus());
        meters.record(kind, NanoTime.since(request.getBeginNanoTime()), Response.getContentBytesWritten(response));
    }

    /** The path template, with a trailing slash like Flagsmith's; empty if no route matches. */
    private String route(Request request) {
        var path = Request.getPathInContext(request);
        var servlet = path == null ? null : servlets.getMatchedServlet(path);
        if (servlet != null && servlet.getResource() != null && hasOwnServlet(servlet.getPathSpec())) {
            return slashed(servlet.getPathSpec().getDeclaration().replace("*", "{path}"));
        }
        return Routes.templateOf(request).map(MeasuringRequestLog::slashed).orElse("");
    }

    /** Whether the path is mapped to a servlet of its own, not to the default servlet with the controllers. */
    private static boolean hasOwnServlet(PathSpec spec) {
        return spec.getGroup() == PathSpecGroup.EXACT || spec.getGroup() == PathSpecGroup.PREFIX_GLOB;
    }

    private static String slashed(String template) {
        return template.startsWith("/api/") && !template.endsWith("/") ? template + "/" : template;
    }

    /** The method; {@code OTHER} for unknown ones, since clients can send any number of them. */
    private static String method(Request request) {
        var method = request.getMethod();
        return method != null && METHODS.contains(method) ? method : "OTHER";
    }
}
