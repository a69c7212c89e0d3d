package dev.flagledger.query.past;

import dev.flagledger.access.past.PastStates;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Registers the resolver, before the one that resolves the same type for all other handlers. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@Configuration(proxyBeanMethods = false)
class PastConfiguration implements WebMvcConfigurer {

    private final History<Installation> history;
    private final PastStates states;

    PastConfiguration(History<Installation> history, PastStates states) {
        this.history = history;
        this.states = states;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PastContextResolver(history, states));
    }
}
