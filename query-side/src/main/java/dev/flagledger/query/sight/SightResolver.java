package dev.flagledger.query.sight;

import dev.flagledger.access.security.Caller;
import dev.flagledger.engine.access.Sight;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller's method the installation as its caller may see it: one state for the whole of the answer. */
final class SightResolver implements HandlerMethodArgumentResolver {

    private final History<Installation> fold;

    SightResolver(History<Installation> fold) {
        this.fold = fold;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Sight.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new Sight(fold.state(), Caller.current());
    }
}
