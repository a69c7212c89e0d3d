package dev.flagledger.contract.http.server;

import dev.flagledger.contract.http.path.NamedPath;
import dev.flagledger.contract.http.path.RawPath;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.URIUtil;

/**
 * Resolves a path to its canonical form, by which handlers are found: without escapes, parameters, empty segments and dot segments.
 * The original path remains available as {@link RawPath}.
 *
 * <p>A path with an escaped slash or backslash is refused, because a proxy may read it as part of a name where this server reads a
 * separator; except for paths that end with a name.
 */
final class PathResolver implements HttpConfiguration.Customizer {

    private static final Pattern ESCAPED_SLASH = Pattern.compile("%2f|%5c", Pattern.CASE_INSENSITIVE);

    private final List<NamedPath> names;

    PathResolver(List<NamedPath> names) {
        this.names = names;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        var uri = request.getHttpURI();
        var raw = uri.getPath();
        if (uri.hasViolation(Violation.ILLEGAL_PATH_CHARACTERS) || uri.hasViolation(Violation.UTF16_ENCODINGS)) {
            throw refused();
        }
        if (raw == null || isResolved(raw)) {
            return request;
        }
        var resolved = resolved(raw);
        if (ESCAPED_SLASH.matcher(raw).find() && names.stream().noneMatch(name -> name.covers(raw, resolved))) {
            throw refused();
        }
        RawPath.keep(request, raw);
        return Request.serveAs(
                request,
                HttpURI.build(uri)
                        .path(URIUtil.encodePath(resolved))
                        .param(null)
                        .asImmutable());
    }

    /** Returns whether the path certainly has nothing to resolve, as almost all; may return false for others. */
    private static boolean isResolved(String path) {
        char before = 'x';
        for (int index = 0; index < path.length(); index++) {
            char here = path.charAt(index);
            if (here == '%' || here == ';' || (before == '/' && (here == '/' || here == '.'))) {
                return false;
            }
            before = here;
        }
        return path.startsWith("/");
    }

    /**
     * Returns the path without escapes, parameters, empty segments and dot segments.
     *
     * @throws HttpException.RuntimeException if the path is invalid or leads above the root
     */
    static String resolved(String raw) {
        try {
            var decoded = URIUtil.decodePath(raw).replace('\\', '/');
            var resolved = decoded.startsWith("/") ? URIUtil.normalizePath(URIUtil.compactPath(decoded)) : null;
            if (resolved == null || resolved.indexOf('\0') >= 0) {
                throw refused();
            }
            return resolved;
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    private static HttpException.RuntimeException refused() {
        return new HttpException.RuntimeException(HttpStatus.BAD_REQUEST_400);
    }
}
