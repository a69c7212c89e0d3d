package dev.flagledger.contract.http.front;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * A handler mapping that finds the candidates by an index instead of trying some two hundred patterns. Unless exactly one
 * handler matches, it defers to Spring's own lookup.
 */
final class IndexedMapping extends RequestMappingHandlerMapping {

    private final SingletonSupplier<PathIndex<Answering>> index = SingletonSupplier.of(this::collect);

    private record Answering(RequestMappingInfo mapping, HandlerMethod method) {}

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String lookupPath, HttpServletRequest request)
            throws Exception {
        Answering only = null;
        var path = ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
        for (var candidate : index.obtain().candidates(path)) {
            var match = getMatchingMapping(candidate.mapping(), request);
            if (match != null) {
                if (only != null) {
                    return super.lookupHandlerMethod(lookupPath, request);
                }
                only = new Answering(match, candidate.method());
            }
        }
        if (only == null) {
            return super.lookupHandlerMethod(lookupPath, request);
        }
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, only.method());
        handleMatch(only.mapping(), lookupPath, request);
        return only.method();
    }

    private PathIndex<Answering> collect() {
        var collected = new PathIndex<Answering>();
        getHandlerMethods()
                .forEach((mapping, method) -> Routes.patterns(mapping)
                        .forEach(pattern -> collected.add(pattern, new Answering(mapping, method))));
        return collected;
    }
}
