package dev.flagledger.command.context;

import dev.flagledger.access.security.Caller;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Resolves controller parameters of type {@link CommandContext}. */
final class CommandContextResolver implements HandlerMethodArgumentResolver {

    private final Commands commands;
    private final History<Installation> history;

    CommandContextResolver(Commands commands, History<Installation> history) {
        this.commands = commands;
        this.history = history;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CommandContext.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var caller = Caller.of((HttpServletRequest) request.getNativeRequest());
        return new CommandContext(caller, commands, history);
    }
}
