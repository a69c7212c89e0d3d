package dev.flagledger.command.context;

import dev.flagledger.access.security.Caller;
import dev.flagledger.contract.http.ParameterResolver;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Resolves {@link CommandContext} parameters of controllers. */
@Configuration(proxyBeanMethods = false)
class CommandContextConfiguration implements WebMvcConfigurer {

    private final Commands commands;
    private final History<Installation> history;

    CommandContextConfiguration(Commands commands, History<Installation> history) {
        this.commands = commands;
        this.history = history;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ParameterResolver<>(
                CommandContext.class, request -> new CommandContext(Caller.of(request), commands, history)));
    }
}
