package dev.flagledger.contract.http.front;

import dev.flagledger.contract.http.path.RawPath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Replaces a request's resolved URI with the one that was sent, where they differ. */
final class RawPathFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var raw = RawPath.of(request);
        chain.doFilter(raw.equals(request.getRequestURI()) ? request : withUri(request, raw), response);
    }

    private static HttpServletRequest withUri(HttpServletRequest request, String uri) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public String getRequestURI() {
                return uri;
            }
        };
    }
}
