package dev.flagledger.contract.http.server.connection;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Limits connections to what fits the heap, unless the operator sets a limit. A connection takes at most about 10 KiB while it is
 * idle or carries a stream, and its request and response otherwise.
 */
@Component
public final class ConnectionLimit implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

    private static final long HEAP_FOR_EACH = 64L << 10;
    private static final long MAXIMUM = 16_384;
    private static final String SETTING = "server.jetty.max-connections";

    private final int most;

    ConnectionLimit(Environment settings) {
        int set = settings.getProperty(
                SETTING, Integer.class, fitting(Runtime.getRuntime().maxMemory()));
        // As in Jetty, a negative number means no limit.
        this.most = set < 0 ? Integer.MAX_VALUE : set;
    }

    /** Returns the maximum number of connections of this node. */
    public int most() {
        return most;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.setMaxConnections(most);
    }

    /** Returns the number of connections that fit a heap of this many bytes. */
    static int fitting(long heap) {
        return Math.toIntExact(Math.min(MAXIMUM, heap / HEAP_FOR_EACH));
    }
}
