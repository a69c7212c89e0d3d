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
 * Refuses a request without a body that says it brings a form whose parts cannot be told apart: the container would look for
 * them as soon as somebody reads a parameter of the query. Where a body is taken, whoever takes it says what is wrong with it.
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
        var said = type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
        return said.startsWith("multipart/form-data") && !said.contains("boundary=");
    }
}
