package dev.flagledger.query.sdk.analytics;

import dev.flagledger.contract.form.BodyReader;
import dev.flagledger.query.sdk.flags.EnvironmentKeyAuthenticator;
import dev.flagledger.query.usage.EvaluationCounter;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the servlets at their addresses, in both spellings. */
@Configuration(proxyBeanMethods = false)
class AnalyticsConfiguration {

    @Bean
    ServletRegistrationBean<FlagAnalyticsServlet> flagAnalytics(
            EnvironmentKeyAuthenticator authenticator, EvaluationCounter evaluationCounter, BodyReader bodies) {
        return new ServletRegistrationBean<>(
                new FlagAnalyticsServlet(authenticator, evaluationCounter, bodies),
                "/api/v1/analytics/flags/",
                "/api/v1/analytics/flags");
    }

    @Bean
    ServletRegistrationBean<EvaluationAnalyticsServlet> evaluationAnalytics(
            EnvironmentKeyAuthenticator authenticator, EvaluationCounter evaluationCounter, BodyReader bodies) {
        return new ServletRegistrationBean<>(
                new EvaluationAnalyticsServlet(authenticator, evaluationCounter, bodies),
                "/api/v2/analytics/flags/",
                "/api/v2/analytics/flags");
    }
}
