package dev.flagledger.standalone.metrics;

import dev.flagledger.contract.http.ContractHeaders;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.ledger.projection.Projections;
import io.micrometer.core.instrument.MeterRegistry;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The metrics beside Spring Boot's own, if metrics are enabled. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(ManagementPort.ENABLED)
class MetricsConfiguration {

    @Bean
    LedgerMeters ledgerMeters(EventLog log, History<?> history, Projections<?> projections) {
        return new LedgerMeters(log, history, projections);
    }

    /** The Flagsmith release whose wire format the server implements, as at {@code /version}. */
    @Bean
    Info buildInfo(PrometheusRegistry registry) {
        var info = Info.builder()
                .name("flagsmith_build_info")
                .help("Flagsmith version and build information.")
                .labelNames("ci_commit_sha", "version")
                .register(registry);
        info.addLabelValues("unknown", ContractHeaders.CONTRACT_VERSION);
        return info;
    }

    /** Applies to the port of the API only: the management port is another server, with customizers of its own. */
    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> measuredRequests(ObjectProvider<MeterRegistry> registry) {
        return factory -> factory.addServerCustomizers(server ->
                server.setRequestLog(MeasuringRequestLog.of(server, new RequestMeters(registry.getObject()))));
    }
}
