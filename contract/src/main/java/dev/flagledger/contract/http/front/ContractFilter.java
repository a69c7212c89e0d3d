package dev.flagledger.contract.http.front;

import dev.flagledger.contract.http.ContractHeaders;
import dev.flagledger.contract.http.RequestId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Sets the contract's headers on all responses of controllers, and answers preflights before authentication. */
final class ContractFilter extends OncePerRequestFilter {

    private final Routes routes;
    private final ObjectProvider<HandlerExceptionResolver> errors;

    /** {@code errors} is resolved lazily, because filters are created before controllers. */
    ContractFilter(Routes routes, ObjectProvider<HandlerExceptionResolver> errors) {
        this.routes = routes;
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContractHeaders.on(request, response);
        response.setHeader(RequestId.HEADER, RequestId.of(request));
        if (ContractHeaders.answeredPreflight(request, response)) {
            return;
        }
        if (asksForZero(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        routes.at(request).ifPresent(route -> response.setHeader("Allow", route.allow()));
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException e) {
            // Thrown by a later filter; exceptions of controllers are handled before they get here.
            if (response.isCommitted() || errors.getObject().resolveException(request, response, null, e) == null) {
                throw e;
            }
        }
    }

    /** PostgreSQL cannot store NUL, so no search for it is valid. The container refuses paths with one. */
    private static boolean asksForZero(HttpServletRequest request) {
        var query = request.getQueryString();
        return query != null && query.contains("%00");
    }
}
