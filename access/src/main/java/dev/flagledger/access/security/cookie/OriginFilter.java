package dev.flagledger.access.security.cookie;

import dev.flagledger.contract.http.ContractHeaders;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets pages of listed origins send cookies, and refuses to log in browsers on behalf of pages of foreign ones, which could log a
 * user in as somebody else. The response of a SAML identity provider comes from its page, and opens no session: it leads the browser on.
 */
final class OriginFilter extends OncePerRequestFilter {

    private static final String LOGINS = "/api/v1/auth/";

    private static final Pattern SAML_RESPONSE = Pattern.compile(LOGINS + "saml/[^/]+/response/?");

    private final Origins origins;

    OriginFilter(Origins origins) {
        this.origins = origins;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (origins.isListed(request)) {
            ContractHeaders.allowCredentials(request);
        }
        if (logsIn(request) && origins.isForeign(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean logsIn(HttpServletRequest request) {
        var path = request.getRequestURI();
        return request.getMethod().equals("POST")
                && path.startsWith(LOGINS)
                && !SAML_RESPONSE.matcher(path).matches();
    }
}
