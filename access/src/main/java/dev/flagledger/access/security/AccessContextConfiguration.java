package dev.flagledger.access.security;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.contract.http.ParameterResolver;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Resolves {@link AccessContext} parameters of controllers: the caller, with one state of the installation for the request. */
@Configuration(proxyBeanMethods = false)
class AccessContextConfiguration implements WebMvcConfigurer {

    private final History<Installation> history;

    AccessContextConfiguration(History<Installation> history) {
        this.history = history;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ParameterResolver<>(
                AccessContext.class, _ -> new AccessContext(Caller.visible(history.state()), Caller.current())));
    }
}
