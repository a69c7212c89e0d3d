package dev.flagledger.access.security.chain;

import dev.flagledger.access.security.credential.LoginMethod;
import dev.flagledger.access.security.credential.Unauthenticated;
import dev.flagledger.access.session.rule.LoginRefusals;
import dev.flagledger.api.Actor;
import dev.flagledger.contract.http.front.Routes;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.DelegatingAuthenticationConverter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import tools.jackson.databind.json.JsonMapper;

/**
 * The security filter chains: public routes, and authentication for all others. Unmapped paths require no
 * authentication.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] APPLICATIONS = {
        "/api/v1/flags/**",
        "/api/v1/identities/**",
        "/api/v1/traits/**",
        "/api/v1/environment-document/**",
        "/api/v1/analytics/**"
    };
    private static final String[] OPERATORS = {"/health", "/health/**", "/healthcheck", "/version"};
    private static final String[] BROWSERS = {"/config/project-overrides", "/robots.txt"};
    private static final String[] DESCRIPTIONS = {
        "/api/v1/openapi.json", "/api/v1/swagger.json", "/api/v1/webhooks/schemas", "/api/v1/webhooks/schemas/**"
    };
    private static final String[] LOST_ACCOUNTS = {
        "/api/v1/auth/users/reset_password",
        "/api/v1/auth/users/reset_password_confirm",
        "/api/v1/auth/users/activation",
        "/api/v1/auth/users/resend_activation"
    };
    private static final String[] SETUP = {"/api/v1/users/init", "/api/v1/users/config/init"};
    private static final String[] SAML = {
        "/api/v1/auth/saml/login",
        "/api/v1/auth/saml/*/request",
        "/api/v1/auth/saml/*/response",
        "/api/v1/auth/saml/*/metadata"
    };

    private static final String HEALTH_REPORTS = "/api/v1/feature-health/*";
    private static final String ONBOARDING = "/api/v1/environments/*/onboarding-status";
    private static final String[] FEDERATED_LOGINS = {
        "/api/v1/auth/oidc/login",
        "/api/v1/auth/oidc/*/request",
        "/api/v1/auth/oidc/*/response",
        "/api/v1/auth/oauth/google",
        "/api/v1/auth/oauth/github"
    };
    private static final String[] OAUTH = {
        "/.well-known/oauth-authorization-server",
        "/oauth/authorize",
        "/o/token",
        "/o/revoke_token",
        "/o/introspect",
        "/o/register"
    };

    /** Accepts all parameter names, some of which the firewall rejects by default; unknown parameters are ignored. */
    @Bean
    HttpFirewall httpFirewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterNames(_ -> true);
        return firewall;
    }

    /** Public routes, on which credentials are ignored. */
    @Bean
    @Order(1)
    SecurityFilterChain publicRoutes(HttpSecurity http) {
        return bare(http)
                .securityMatchers(matchers -> matchers.requestMatchers(APPLICATIONS)
                        .requestMatchers(OPERATORS)
                        .requestMatchers(BROWSERS)
                        .requestMatchers(DESCRIPTIONS)
                        .requestMatchers("/api/v1/auth/oidc/token")
                        .requestMatchers(LOST_ACCOUNTS)
                        .requestMatchers(SETUP)
                        .requestMatchers(FEDERATED_LOGINS)
                        .requestMatchers(ONBOARDING, HEALTH_REPORTS, "/api/v1/auth/login", "/api/v1/auth/login/code")
                        .requestMatchers(SAML)
                        .requestMatchers(OAUTH)
                        .requestMatchers(HttpMethod.POST, "/api/v1/auth/users"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain authenticatedRoutes(
            HttpSecurity http,
            Routes routes,
            ObjectProvider<LoginMethod> methods,
            History<Installation> history,
            LoginRefusals refusals,
            JsonMapper json) {
        var unauthenticated = new Unauthenticated(json);
        return bare(http)
                .securityMatcher(routes::serves)
                .addFilterBefore(
                        logins(methods.orderedStream().toList(), unauthenticated), AnonymousAuthenticationFilter.class)
                .addFilterAfter(
                        new SessionRules(history, refusals, unauthenticated, json), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new ApplicationRules(json), SessionRules.class)
                .exceptionHandling(failures -> failures.authenticationEntryPoint(unauthenticated)
                        .accessDeniedHandler(
                                (_, response, _) -> unauthenticated.write(response, Unauthenticated.UNNAMED)))
                .authorizeHttpRequests(requests -> requests.requestMatchers(UsersOnly.routes())
                        .access((caller, _) -> new AuthorizationDecision(isUser(caller.get())))
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** Rejects invalid credentials with the message of their method; requests without credentials pass. */
    private static AuthenticationFilter logins(List<LoginMethod> methods, Unauthenticated unauthenticated) {
        var providers =
                new ProviderManager(methods.stream().map(LoginMethod::provider).toList());
        var converters = new DelegatingAuthenticationConverter(
                methods.stream().map(LoginMethod::converter).toList());
        var filter = new AuthenticationFilter(providers, converters);
        filter.setSuccessHandler((_, _, _) -> {});
        filter.setFailureHandler((_, response, failure) ->
                unauthenticated.write(response, Objects.requireNonNull(failure.getMessage())));
        return filter;
    }

    private static boolean isUser(Authentication caller) {
        return caller.getPrincipal() instanceof Actor actor && actor.userId() != null;
    }

    /**
     * Limits the security filters to the dispatcher servlet; the other servlets authenticate their requests themselves.
     */
    @Bean
    static BeanPostProcessor securityFiltersForDispatcherOnly() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof DelegatingFilterProxyRegistrationBean registration) {
                    registration.setServletNames(
                            Set.of(DispatcherServletAutoConfiguration.DEFAULT_DISPATCHER_SERVLET_BEAN_NAME));
                }
                return bean;
            }
        };
    }

    /**
     * Disables all defaults. Two of these settings keep requests from creating HTTP sessions: the explicit repository of
     * security contexts, and {@code requestCache(disable)}, which alone installs a {@code NullRequestCache}; the default
     * cache stores refused requests in sessions.
     */
    static HttpSecurity bare(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(contexts ->
                        contexts.securityContextRepository(new RequestAttributeSecurityContextRepository()));
    }
}
