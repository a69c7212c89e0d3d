package dev.flagledger.standalone;

import dev.flagledger.contract.http.server.InMemoryHandler;
import dev.flagledger.contract.http.server.body.ReadAhead;
import jakarta.servlet.ServletContext;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Distinguishes responses from memory from those of servlets. */
final class FromMemory {

    private FromMemory() {}

    /**
     * Returns the response of a server with in-memory handlers only, one character for each byte; 404 if they leave the request.
     */
    static String response(TestServer of, String request) throws Exception {
        var context = WebApplicationContextUtils.getRequiredWebApplicationContext(of.part(ServletContext.class));
        var handlers = context.getBeansOfType(InMemoryHandler.class).values();
        var server = new Server();
        var http = new HttpConnectionFactory();
        http.getHttpConfiguration().setSendServerVersion(false);
        http.getHttpConfiguration().addCustomizer(new ReadAhead());
        var connector = new LocalConnector(server, http);
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request asked, Response response, Callback callback) {
                var called = asked.getHttpURI().getPath();
                return handlers.stream()
                        .filter(handler -> handler.paths().contains(called))
                        .anyMatch(handler -> handler.handle(asked, response, callback));
            }
        });
        server.start();
        try {
            return StandardCharsets.ISO_8859_1
                    .decode(connector.getResponse(StandardCharsets.ISO_8859_1.encode(request)))
                    .toString();
        } finally {
            server.stop();
        }
    }
}
