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

/** Sends single requests through Jetty without a socket. */
final class LocalServer {

    private LocalServer() {}

    /** The response to a request without a body, as it is written to the connection. */
    static String answer(String method, String target, String headers, Handler handler) throws Exception {
        return answer(method, target, headers, handler, List.of());
    }

    /** The same behind customizers. */
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

    /** Responds with a property of each request. */
    static Handler echo(Function<Request, String> property) {
        return new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                write(response, property.apply(request), callback);
                return true;
            }
        };
    }

    /** Completes a response with this body. */
    static void write(Response response, String body, Callback callback) {
        response.write(true, StandardCharsets.UTF_8.encode(body), callback);
    }

    /** The body of a response. */
    static String body(String response) {
        return response.substring(response.indexOf("\r\n\r\n") + 4);
    }
}
