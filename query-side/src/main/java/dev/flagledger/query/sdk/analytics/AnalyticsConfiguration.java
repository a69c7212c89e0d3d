package dev.flagledger.query.sdk.analytics;

import dev.flagledger.contract.form.BodyReader;
import dev.flagledger.contract.http.server.InMemoryHandler;
import dev.flagledger.query.sdk.flags.EnvironmentKeyAuthenticator;
import java.util.Set;
import org.eclipse.jetty.http.HttpStatus;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the servlets, and the in-memory handlers before them. */
@Configuration(proxyBeanMethods = false)
class AnalyticsConfiguration {

    @Bean
    ServletRegistrationBean<FlagAnalyticsServlet> flagAnalytics(
            EnvironmentKeyAuthenticator authenticator, ReportCounter counter, BodyReader bodies) {
        return new ServletRegistrationBean<>(
                new FlagAnalyticsServlet(authenticator, counter, bodies), FlagAnalyticsServlet.PATHS);
    }

    @Bean
    InMemoryHandler flagAnalyticsInMemory(EnvironmentKeyAuthenticator authenticator, ReportCounter counter) {
        return new ReportsInMemory(
                authenticator,
                counter,
                Set.of(FlagAnalyticsServlet.PATHS),
                HttpStatus.OK_200,
                FlagAnalyticsServlet::counts);
    }

    @Bean
    ServletRegistrationBean<EvaluationAnalyticsServlet> evaluationAnalytics(
            EnvironmentKeyAuthenticator authenticator, ReportCounter counter, BodyReader bodies) {
        return new ServletRegistrationBean<>(
                new EvaluationAnalyticsServlet(authenticator, counter, bodies), EvaluationAnalyticsServlet.PATHS);
    }

    @Bean
    InMemoryHandler evaluationAnalyticsInMemory(EnvironmentKeyAuthenticator authenticator, ReportCounter counter) {
        return new ReportsInMemory(
                authenticator,
                counter,
                Set.of(EvaluationAnalyticsServlet.PATHS),
                HttpStatus.NO_CONTENT_204,
                EvaluationAnalyticsServlet::counts);
    }
}
