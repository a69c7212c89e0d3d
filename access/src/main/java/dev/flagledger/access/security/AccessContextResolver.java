package dev.flagledger.access.security;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Resolves {@code AccessContext} parameters: the current caller with one state of the installation for the whole
 * request.
 */
final class AccessContextResolver implements HandlerMethodArgumentResolver {

    private final History<Installation> fold;

    AccessContextResolver(History<Installation> fold) {
        this.fold = fold;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == AccessContext.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new AccessContext(fold.state(), Caller.current());
    }
}
