package dev.flagledger.query.past;

import dev.flagledger.access.past.AsOf;
import dev.flagledger.access.past.PastStates;
import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.security.Caller;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Resolves {@link AccessContext} parameters of handlers that are marked {@link TimeTravels}. A project that the caller
 * may not view now is not read: the handler refuses it as without {@code as_of}.
 */
final class PastContextResolver implements HandlerMethodArgumentResolver {

    private final History<Installation> history;
    private final PastStates states;

    PastContextResolver(History<Installation> history, PastStates states) {
        this.history = history;
        this.states = states;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == AccessContext.class && parameter.hasMethodAnnotation(TimeTravels.class);
    }

    @Override
    public AccessContext resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = (HttpServletRequest) web.getNativeRequest();
        var current = new AccessContext(Caller.visible(history.state()), Caller.current());
        var text = request.getParameter(AsOf.PARAMETER);
        if (text == null) {
            return current;
        }
        var asOf = AsOf.parse(AsOf.PARAMETER, text);
        return RouteProject.of(request, current.now())
                .filter(project -> mayBeShown(current, project))
                .map(project -> {
                    var state = states.of(project, asOf);
                    ShownState.set(request, state);
                    return current.showing(state.installation());
                })
                .orElse(current);
    }

    /** A deleted project is read before the caller's permission can be checked, since it names its organisation. */
    private static boolean mayBeShown(AccessContext current, int project) {
        return current.now().project(project).isEmpty()
                || current.may(Permission.VIEW_PROJECT, new Scope.OfProject(project));
    }
}
