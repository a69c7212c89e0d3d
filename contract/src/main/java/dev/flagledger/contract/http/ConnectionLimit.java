package dev.flagledger.contract.http;

import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Takes as many connections as the heap has room for, unless the operator says how many. Each has buffers of its own, so that
 * the container's default of thousands uses up a small heap, with connections that send next to nothing.
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

    /** How many fit a heap of so many bytes. */
    static int fitting(long heap) {
        return Math.toIntExact(Math.min(MOST, heap / HEAP_FOR_EACH));
    }
}
