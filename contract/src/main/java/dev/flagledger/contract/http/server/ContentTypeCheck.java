package dev.flagledger.contract.http.server;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Handles content types that Jetty cannot parse. An unknown {@code charset} is dropped, since bodies are read as UTF-8 anyway. A
 * multipart form without a boundary is refused where no body is expected; elsewhere the body's reader reports the error.
 */
final class ContentTypeCheck implements HttpConfiguration.Customizer {

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE");
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";]*)\"?", Pattern.CASE_INSENSITIVE);

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        var type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (type == null || (type.indexOf(';') < 0 && !isMultipart(type))) {
            return request;
        }
        if (isMultipart(type) && hasNoBoundary(type) && WITHOUT_BODY.contains(request.getMethod())) {
            throw new HttpException.RuntimeException(HttpStatus.UNSUPPORTED_MEDIA_TYPE_415);
        }
        var charset = CHARSET.matcher(type);
        return charset.find() && !isSupported(charset.group(1)) ? withType(request, charset.replaceAll("")) : request;
    }

    private static boolean isMultipart(String type) {
        return type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    private static boolean hasNoBoundary(String type) {
        return !type.toLowerCase(Locale.ROOT).contains("boundary=");
    }

    private static boolean isSupported(String charset) {
        try {
            return Charset.isSupported(charset.strip());
        } catch (IllegalCharsetNameException _) {
            return false;
        }
    }

    private static Request withType(Request request, String type) {
        var headers = HttpFields.build(request.getHeaders())
                .put(HttpHeader.CONTENT_TYPE, type)
                .asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return headers;
            }
        };
    }
}
