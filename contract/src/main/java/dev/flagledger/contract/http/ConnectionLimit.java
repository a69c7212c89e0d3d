package dev.flagledger.contract.http;

import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Limits the number of connections by the size of the heap, unless the operator sets a limit. Each connection has buffers, so
 * the container's default of thousands could exhaust a small heap even with idle clients.
 */
@Component
final class ConnectionLimit implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final long HEAP_FOR_EACH = 256L << 10;
    private static final long MOST = 8_192;
    private static final String OPERATORS = "server.tomcat.max-connections";

    private final Environment settings;

    ConnectionLimit(Environment settings) {
        this.settings = settings;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (!settings.containsProperty(OPERATORS)) {
            int most = fitting(Runtime.getRuntime().maxMemory());
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
                    protocol.setMaxConnections(most);
                }
            });
        }
    }

    /** The limit for a heap of this many bytes. */
    static int fitting(long heap) {
        return Math.toIntExact(Math.min(MOST, heap / HEAP_FOR_EACH));
    }
}
