package dev.flagledger.access.security.cookie;

import dev.flagledger.access.security.credential.CallerProvider;
import dev.flagledger.access.security.credential.KnownCallers;
import dev.flagledger.access.security.credential.LoginMethod;
import dev.flagledger.access.security.credential.RequestCredentials.SessionCookie;
import dev.flagledger.access.security.credential.Unauthenticated;
import dev.flagledger.access.session.CookieSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.web.util.WebUtils;

/**
 * The authentication method of browsers, if it is configured: a cookie. One that is unknown or has expired, or is sent by a page of a
 * foreign origin, counts as absent.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("flagledger.cookie-auth.enabled")
class CookieLogins {

    /** Within the filters of the contract: before the one that sets its headers. */
    private static final int BEFORE_HEADERS = Ordered.HIGHEST_PRECEDENCE + 1;

    @Bean
    @Order(0)
    LoginMethod cookie(KnownCallers callers, Origins origins) {
        return new LoginMethod(
                request -> cookie(callers, origins, request),
                new CallerProvider<>(
                        SessionCookie.class,
                        shown -> callers.ofCookie(shown.getCredentials(), shown.request()),
                        Unauthenticated.UNNAMED));
    }

    private static @Nullable Authentication cookie(KnownCallers callers, Origins origins, HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, CookieSettings.NAME))
                .filter(_ -> origins.letCookiesCount(request))
                .filter(sent -> callers.ofCookie(sent.getValue(), request).isPresent())
                .map(sent -> new SessionCookie(sent.getValue(), request))
                .orElse(null);
    }

    @Bean
    FilterRegistrationBean<OriginFilter> originFilter(Origins origins) {
        var registration = new FilterRegistrationBean<>(new OriginFilter(origins));
        registration.addServletNames(DispatcherServletAutoConfiguration.DEFAULT_DISPATCHER_SERVLET_BEAN_NAME);
        registration.setOrder(BEFORE_HEADERS);
        return registration;
    }
}
