package dev.flagledger.contract.http.front;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.util.Attributes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/** The routes of all controllers, with the methods that each supports. */
@Component
public class Routes {

    private static final String FOUND = Routes.class.getName();

    private final SingletonSupplier<PathIndex<Route>> routes;

    /** The mapping is resolved lazily, because filters use routes and are created before controllers. */
    Routes(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.routes = SingletonSupplier.of(
                () -> collect(mapping.getObject().getHandlerMethods().keySet()));
    }

    /** A route. */
    record Route(PathPattern pattern, Set<RequestMethod> methods) {

        /** The value of an {@code Allow} header. */
        String allow() {
            var names = methods.stream().map(RequestMethod::name);
            return Stream.concat(names, Stream.of("HEAD", "OPTIONS")).distinct().collect(Collectors.joining(", "));
        }
    }

    /** The route of a request's path, regardless of its method; empty if there is none. */
    Optional<Route> at(HttpServletRequest request) {
        if (request.getAttribute(FOUND) instanceof Found found && found.uri().equals(request.getRequestURI())) {
            return found.route();
        }
        var path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        var route = routes.obtain().candidates(path).stream()
                .filter(candidate -> candidate.pattern().matches(path))
                .min(Comparator.comparing(Route::pattern));
        request.setAttribute(FOUND, new Found(request.getRequestURI(), route));
        return route;
    }

    /** The cached result, with its URI, since a request may be forwarded to another one. */
    private record Found(String uri, Optional<Route> route) {}

    /**
     * The template of the address that a request was found to be for, such as {@code /projects/{id}}.
     *
     * @param request its attributes
     * @return empty if no controller serves the address
     */
    public static Optional<String> templateOf(Attributes request) {
        return request.getAttribute(FOUND) instanceof Found found
                ? found.route().map(route -> route.pattern().getPatternString())
                : Optional.empty();
    }

    /** Whether a controller serves the request's path. */
    public boolean serves(HttpServletRequest request) {
        return at(request).isPresent();
    }

    private static PathIndex<Route> collect(Set<RequestMappingInfo> mappings) {
        // Controllers may name the same path variable differently.
        Map<String, Route> byShape = new HashMap<>();
        for (var mapping : mappings) {
            for (var pattern : patterns(mapping)) {
                var shape = pattern.getPatternString().replaceAll("\\{\\w+\\}", "{}");
                byShape.computeIfAbsent(shape, _ -> new Route(pattern, EnumSet.noneOf(RequestMethod.class)))
                        .methods()
                        .addAll(mapping.getMethodsCondition().getMethods());
            }
        }
        var index = new PathIndex<Route>();
        byShape.values().forEach(route -> index.add(route.pattern(), route));
        return index;
    }

    /** The patterns of a mapping. */
    static Set<PathPattern> patterns(RequestMappingInfo mapping) {
        var condition = mapping.getPathPatternsCondition();
        return condition == null ? Set.of() : condition.getPatterns();
    }
}
