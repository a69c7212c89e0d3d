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

/** Measures requests in the place of Jetty's access log: all of them, including those that were refused before any handler. */
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
        meters.answered(kind, NanoTime.since(request.getBeginNanoTime()), Response.getContentBytesWritten(response));
    }

    /** The template of the address, with a slash at its end as Flagsmith's have. */
    private String route(Request request) {
        var path = Request.getPathInContext(request);
        var servlet = path == null ? null : servlets.getMatchedServlet(path);
        if (servlet != null && servlet.getResource() != null && isOwn(servlet.getPathSpec())) {
            return slashed(servlet.getPathSpec().getDeclaration().replace("*", "{path}"));
        }
        return Routes.templateOf(request).map(MeasuringRequestLog::slashed).orElse("");
    }

    /** Whether it is a servlet's own address, and not the one of the controllers' servlet, which has all that are left. */
    private static boolean isOwn(PathSpec spec) {
        return spec.getGroup() == PathSpecGroup.EXACT || spec.getGroup() == PathSpecGroup.PREFIX_GLOB;
    }

    private static String slashed(String template) {
        return template.startsWith("/api/") && !template.endsWith("/") ? template + "/" : template;
    }

    /** The method; one word for all that HTTP does not know, since a client may write any. */
    private static String method(Request request) {
        var method = request.getMethod();
        return method != null && METHODS.contains(method) ? method : "OTHER";
    }
}
