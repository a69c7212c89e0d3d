package dev.flagledger.contract.http.front;

import dev.flagledger.contract.http.ContractHeaders;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests of methods without a body that declare a multipart form without a boundary: the container would try to parse
 * it as soon as a query parameter is read. For methods with a body, the body's reader reports the error.
 */
final class MultipartReadCheck extends ValveBase {

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE");

    MultipartReadCheck() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (WITHOUT_BODY.contains(request.getMethod()) && hasNoBoundary(request.getContentType())) {
            ContractHeaders.on(request, response);
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else {
            getNext().invoke(request, response);
        }
    }

    private static boolean hasNoBoundary(@Nullable String type) {
        var mediaType = type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
        return mediaType.startsWith("multipart/form-data") && !mediaType.contains("boundary=");
    }
}
