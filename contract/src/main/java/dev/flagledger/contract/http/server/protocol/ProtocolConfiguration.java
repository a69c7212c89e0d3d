package dev.flagledger.contract.http.server.protocol;

import dev.flagledger.contract.http.server.Connectors;
import dev.flagledger.contract.http.server.HttpSettings;
import dev.flagledger.contract.http.server.TrustedProxies;
import java.util.stream.Stream;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.FlowControlStrategy;
import org.eclipse.jetty.http2.HTTP2Cipher;
import org.eclipse.jetty.http2.server.AbstractHTTP2ServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Adds protocols to the server's one connector, with its HTTP configuration. Spring Boot's TLS settings would replace the
 * connector, and with it the limit of connections and the number of selectors.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TlsSettings.class)
class ProtocolConfiguration {

    // ALPN's protocol identifiers.
    private static final String HTTP_2 = "h2";
    private static final String HTTP_1_1 = "http/1.1";

    /** The maximum number of concurrent requests of a connection. */
    private static final int MAX_STREAMS = 32;

    /** In bytes: a quarter of the connection's, so that a body that is not read leaves room for others. */
    private static final int STREAM_WINDOW = 16 << 10;

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> protocols(
            TlsSettings tls, TrustedProxies proxies, HttpSettings settings) {
        return factory -> factory.addServerCustomizers(server -> Stream.of(server.getConnectors())
                .map(AbstractConnector.class::cast)
                .forEach(connector -> {
                    var http = Connectors.http(connector);
                    int inputBuffer = http.getInputBufferSize();
                    connector.addConnectionFactory(limited(new PriorKnowledge(http)));
                    var files = tls.files();
                    if (files != null) {
                        addTls(connector, http, files);
                    }
                    if (settings.proxyProtocol()) {
                        connector.addFirstConnectionFactory(new TrustedProxyProtocol(proxies));
                    }
                    // The HTTP/2 factories have doubled it for all protocols.
                    http.setInputBufferSize(inputBuffer);
                }));
    }

    private static void addTls(AbstractConnector connector, HttpConfiguration http, CertificateFiles files) {
        var alpn = new ALPNServerConnectionFactory(HTTP_2, HTTP_1_1);
        alpn.setDefaultProtocol(HTTP_1_1);
        var context = new SslContextFactory.Server();
        context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        context.setRenegotiationAllowed(false);
        context.setCipherComparator(HTTP2Cipher.COMPARATOR);
        var tls = new SslConnectionFactory(context, alpn.getProtocol());
        // There is one certificate for all server names, and nothing reads the attributes that it would set.
        tls.setEnsureSecureRequestCustomizer(false);
        connector.addConnectionFactory(alpn);
        connector.addConnectionFactory(limited(new HTTP2ServerConnectionFactory(http)));
        connector.addFirstConnectionFactory(new NetworkTls(tls));
        connector.addBean(new CertificateWatch(files, context));
    }

    /** Limits the streams of a connection, and the bytes buffered before they are read. */
    private static <T extends AbstractHTTP2ServerConnectionFactory> T limited(T http2) {
        http2.setMaxConcurrentStreams(MAX_STREAMS);
        // The protocol allows no smaller one for a connection.
        http2.setInitialSessionRecvWindow(FlowControlStrategy.DEFAULT_WINDOW_SIZE);
        http2.setInitialStreamRecvWindow(STREAM_WINDOW);
        return http2;
    }
}
