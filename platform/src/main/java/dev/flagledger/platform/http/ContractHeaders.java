package dev.flagledger.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** The headers that stand on every answer of the API, errors included. */
public final class ContractHeaders extends OncePerRequestFilter {

    /** The release of Flagsmith whose wire format this server speaks. */
    public static final String CONTRACT_VERSION = "2.265.0";

    /** Sets them; for servlets that no filter precedes. */
    public static void on(HttpServletResponse response) {
        response.setHeader("Flagsmith-Version", CONTRACT_VERSION);
        response.setHeader("Vary", "Accept, Origin");
        response.setHeader("Cache-Control", "max-age=0, no-cache, no-store, must-revalidate, private");
        response.setHeader("Pragma", "no-cache");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        on(response);
        chain.doFilter(request, response);
    }
}
