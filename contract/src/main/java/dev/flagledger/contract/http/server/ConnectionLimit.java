package dev.flagledger.contract.http.server;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Limits connections to what the heap has room for, unless the operator sets a limit. Each connection has buffers of its own,
 * so that thousands of them exhaust a small heap while they send next to nothing.
 */
@Component
final class ConnectionLimit implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

    private static final long HEAP_FOR_EACH = 256L << 10;
    private static final long MAXIMUM = 8_192;
    private static final String SETTING = "server.jetty.max-connections";

    private final Environment settings;

    ConnectionLimit(Environment settings) {
        this.settings = settings;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        if (!settings.containsProperty(SETTING)) {
            factory.setMaxConnections(fitting(Runtime.getRuntime().maxMemory()));
        }
    }

    /** The number of connections that fit a heap of this many bytes. */
    static int fitting(long heap) {
        return Math.toIntExact(Math.min(MAXIMUM, heap / HEAP_FOR_EACH));
    }
}
