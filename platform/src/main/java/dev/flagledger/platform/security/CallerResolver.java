package dev.flagledger.platform.security;

import dev.flagledger.api.Actor;
import dev.flagledger.platform.log.Attribution;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller's method the caller, as an {@link Actor} or with the request as an {@link Attribution}. */
final class CallerResolver implements HandlerMethodArgumentResolver {

    private static final String WELL_FORMED_ID = "[A-Za-z0-9._-]{1,64}";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class || parameter.getParameterType() == Attribution.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var caller = Caller.current();
        return parameter.getParameterType() == Actor.class
                ? caller
                : attribution(caller, (HttpServletRequest) request.getNativeRequest());
    }

    private static Attribution attribution(Actor caller, HttpServletRequest request) {
        var id = Optional.ofNullable(request.getHeader("X-Request-Id"))
                .filter(text -> text.matches(WELL_FORMED_ID))
                .orElseGet(() -> UUID.randomUUID().toString());
        return new Attribution(caller, id, request.getRemoteAddr());
    }
}
