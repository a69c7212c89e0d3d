package dev.flagledger.contract.http.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;

/** Sends single requests to Jetty without a socket. */
final class LocalServer {

    private LocalServer() {}

    /** Returns the response to a request without a body, as written to the connection. */
    static String answer(String method, String target, String headers, Handler handler) throws Exception {
        return answer(method, target, headers, handler, List.of());
    }

    /** Returns the response to a request that passes customizers first. */
    static String answer(
            String method,
            String target,
            String headers,
            Handler handler,
            List<? extends HttpConfiguration.Customizer> customizers)
            throws Exception {
        var server = new Server();
        var http = new HttpConnectionFactory();
        customizers.forEach(http.getHttpConfiguration()::addCustomizer);
        var connector = new LocalConnector(server, http);
        server.addConnector(connector);
        server.setHandler(handler);
        server.start();
        try {
            return connector.getResponse(method + " " + target + " HTTP/1.0\r\n" + headers + "\r\n");
        } finally {
            server.stop();
        }
    }

    /** Returns a handler that responds with a property of each request. */
    static Handler echo(Function<Request, String> property) {
        return new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                write(response, property.apply(request), callback);
                return true;
            }
        };
    }

    /** Writes a complete response with this body. */
    static void write(Response response, String body, Callback callback) {
        response.write(true, StandardCharsets.UTF_8.encode(body), callback);
    }

    /** Returns the body of a response. */
    static String body(String response) {
        return response.substring(response.indexOf("\r\n\r\n") + 4);
    }
}
