package dev.flagledger.contract.http.front;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Refuses requests whose {@code Accept} header excludes the response's media type, before they are handled; browsers, which ask
 * for HTML, get JSON. As a content negotiation strategy it falls back to JSON, so that every error can be written.
 */
class AcceptCheck implements HandlerInterceptor, ContentNegotiationStrategy {

    private static final List<MediaType> JSON = List.of(MediaType.APPLICATION_JSON);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotAcceptableException {
        if (!(handler instanceof HandlerMethod)) {
            return true;
        }
        var produced = produced(request);
        if (accepted(request.getHeader("Accept")).stream().noneMatch(range -> fits(range, produced))) {
            throw new HttpMediaTypeNotAcceptableException(List.copyOf(produced));
        }
        // The response to OPTIONS is the Allow header, which is already set.
        return !request.getMethod().equals("OPTIONS");
    }

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) {
        return Stream.concat(accepted(request.getHeader("Accept")).stream(), JSON.stream())
                .distinct()
                .toList();
    }

    private static boolean fits(MediaType range, Collection<MediaType> produced) {
        return range.equalsTypeAndSubtype(MediaType.TEXT_HTML)
                || produced.stream().anyMatch(range::isCompatibleWith);
    }

    @SuppressWarnings("unchecked") // Spring's attribute, documented to be of this type.
    private static Collection<MediaType> produced(HttpServletRequest request) {
        var declared = request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE);
        return declared == null ? JSON : (Collection<MediaType>) declared;
    }

    private static List<MediaType> accepted(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return List.of(MediaType.ALL);
        }
        try {
            return MediaType.parseMediaTypes(header);
        } catch (InvalidMediaTypeException e) {
            return List.of();
        }
    }
}
