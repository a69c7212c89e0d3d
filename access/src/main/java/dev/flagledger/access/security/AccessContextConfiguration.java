package dev.flagledger.access.security;

import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Registers the resolver for {@code AccessContext} parameters of controllers. */
@Configuration(proxyBeanMethods = false)
class AccessContextConfiguration implements WebMvcConfigurer {

    private final History<Installation> fold;

    AccessContextConfiguration(History<Installation> fold) {
        this.fold = fold;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AccessContextResolver(fold));
    }
}
