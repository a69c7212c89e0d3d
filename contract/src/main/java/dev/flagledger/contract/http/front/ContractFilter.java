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

/** Gives every answer of a controller, good or bad, the contract's headers; answers preflights before anyone asks who is calling. */
final class ContractFilter extends OncePerRequestFilter {

    private final Routes routes;
    private final ObjectProvider<HandlerExceptionResolver> errors;

    /** The errors are asked for late: filters are made before controllers. */
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
            // Of a filter behind this one: what happens to a controller is explained before it gets here.
            if (response.isCommitted() || errors.getObject().resolveException(request, response, null, e) == null) {
                throw e;
            }
        }
    }

    /** PostgreSQL knows no character zero, so nothing can be looked for by one. Paths with one are refused by the container. */
    private static boolean asksForZero(HttpServletRequest request) {
        var query = request.getQueryString();
        return query != null && query.contains("%00");
    }
}
