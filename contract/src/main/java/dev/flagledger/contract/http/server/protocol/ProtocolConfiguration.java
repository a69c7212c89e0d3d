package dev.flagledger.contract.http.server.protocol;

import dev.flagledger.contract.http.server.TrustedProxies;
import java.time.Duration;
import java.util.stream.Stream;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.FlowControlStrategy;
import org.eclipse.jetty.http2.HTTP2Cipher;
import org.eclipse.jetty.http2.server.AbstractHTTP2ServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.springframework.beans.factory.annotation.Value;
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

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> protocols(
            TlsSettings tls,
            TrustedProxies proxies,
            @Value("${flagledger.http.proxy-protocol:false}") boolean proxyProtocol,
            @Value("${flagledger.http.body-timeout:10s}") Duration bodyTimeout) {
        return factory -> factory.addServerCustomizers(server -> Stream.of(server.getConnectors())
                .map(AbstractConnector.class::cast)
                .forEach(connector -> {
                    var http = connector
                            .getConnectionFactory(HttpConnectionFactory.class)
                            .getHttpConfiguration();
                    http.getCustomizers().addFirst(new StreamTimeout(bodyTimeout));
                    int inputBuffer = http.getInputBufferSize();
                    connector.addConnectionFactory(withSmallWindows(new PriorKnowledge(http)));
                    var files = tls.files();
                    if (files != null) {
                        addTls(connector, http, files);
                    }
                    if (proxyProtocol) {
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
        connector.addConnectionFactory(withSmallWindows(new HTTP2ServerConnectionFactory(http)));
        connector.addFirstConnectionFactory(new NetworkTls(tls));
        connector.addBean(new CertificateWatch(files, context));
    }

    /** Reduces the data buffered before it is read to the minimum that the protocol allows. */
    private static <T extends AbstractHTTP2ServerConnectionFactory> T withSmallWindows(T http2) {
        http2.setInitialSessionRecvWindow(FlowControlStrategy.DEFAULT_WINDOW_SIZE);
        http2.setInitialStreamRecvWindow(FlowControlStrategy.DEFAULT_WINDOW_SIZE);
        return http2;
    }
}
