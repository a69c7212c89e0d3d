package dev.flagledger.contract.http.front;

import dev.flagledger.contract.http.NamedPath;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/**
 * Refuses paths with an escaped slash or backslash, which proxies and this server may interpret differently. The container's own
 * check has no exceptions, but some paths end with a name that may contain one.
 */
final class EscapedSlashValve extends ValveBase {

    private static final Pattern ESCAPED = Pattern.compile("%2f|%5c", Pattern.CASE_INSENSITIVE);

    private final List<NamedPath> names;

    EscapedSlashValve(List<NamedPath> names) {
        super(true);
        this.names = names;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var raw = request.getRequestURI();
        // Requests without a path are already refused. Almost all paths contain no escapes and need no further check.
        if (raw != null && raw.indexOf('%') >= 0 && isRefused(raw, request.getDecodedRequestURI())) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            getNext().invoke(request, response);
        }
    }

    private boolean isRefused(String raw, @Nullable String resolved) {
        return resolved != null
                && ESCAPED.matcher(raw).find()
                && names.stream().noneMatch(name -> name.covers(raw, resolved));
    }
}
