package dev.flagledger.contract.http.server;

import dev.flagledger.contract.http.path.NamedPath;
import java.util.concurrent.Executors;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures how the server of the API's port reads requests, and on which threads it handles them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpSettings.class)
class ServerConfiguration {

    /** Violations that {@link PathResolver} has resolved before they are checked. */
    private static final UriCompliance RESOLVED = UriCompliance.DEFAULT.with(
            "RESOLVED", Violation.AMBIGUOUS_PATH_ENCODING, Violation.SUSPICIOUS_PATH_CHARACTERS);

    private static final int SELECTORS = Math.max(1, Runtime.getRuntime().availableProcessors());
    private static final int THREADS = SELECTORS + 8;

    @Bean
    TrustedProxies trustedProxies(HttpSettings settings) {
        return new TrustedProxies(settings.trustedProxies());
    }

    /** Runs requests that are not answered from memory on virtual threads; the pool's are for selectors and non-blocking work. */
    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> threads(ObjectProvider<InMemoryHandler> inMemory) {
        var perRequest = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("request-", 0).factory());
        return factory -> {
            var pool = new QueuedThreadPool(THREADS, SELECTORS + 1);
            pool.setName("http");
            factory.setThreadPool(pool);
            factory.setAcceptors(1);
            factory.setSelectors(SELECTORS);
            // Keeps Spring Boot from adding a handler that counts active requests; it uses the one below.
            factory.setShutdown(Shutdown.IMMEDIATE);
            factory.addServerCustomizers(server -> server.setHandler(new ActiveRequests(new InMemoryHandlers(
                    new VirtualThreadHandler(server.getHandler(), perRequest),
                    inMemory.stream().toList()))));
        };
    }

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> requests(
            ObjectProvider<NamedPath> names,
            TrustedProxies proxies,
            @Value("${server.forward-headers-strategy:none}") String forwardHeaders) {
        return factory -> {
            // Jetty's own customizer would trust every sender.
            factory.setUseForwardHeaders(false);
            factory.addServerCustomizers(server -> {
                for (var connector : server.getConnectors()) {
                    var http = Connectors.http(connector);
                    http.setUriCompliance(RESOLVED);
                    http.setSendServerVersion(false);
                    // The cache takes 100 KB for each kept connection, and saves no time.
                    http.setHeaderCacheSize(0);
                    // Reading a parameter of the query must not read the body.
                    http.setFormEncodedMethods();
                    http.addCustomizer(new MethodCheck());
                    http.addCustomizer(new PathResolver(names.stream().toList()));
                    http.addCustomizer(new ContentTypeCheck());
                    http.addCustomizer(new QueryRepair());
                    if (forwardHeaders.equalsIgnoreCase("native")) {
                        http.addCustomizer(new ProxyHeaders(proxies));
                    }
                }
                context(server).getServletHandler().setDecodeAmbiguousURIs(true);
            });
        };
    }

    private static ServletContextHandler context(Server server) {
        return server.getDescendant(ServletContextHandler.class);
    }
}
