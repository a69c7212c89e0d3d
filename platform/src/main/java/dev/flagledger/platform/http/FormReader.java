package dev.flagledger.platform.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Gives a controller's method the body of its request as a {@link Form} or a {@link Sent}: JSON, or the fields of an HTML form; of a read, the query. */
final class FormReader implements HandlerMethodArgumentResolver {

    private static final String URL_ENCODED = "application/x-www-form-urlencoded";
    static final String MULTIPART = "multipart/form-data";
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final int maxBytes;

    FormReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Form.class || parameter.getParameterType() == Sent.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        var http = (HttpServletRequest) request.getNativeRequest();
        if (READS.contains(http.getMethod())) {
            return new Form(query(http), true, true);
        }
        if (http.getContentLengthLong() > maxBytes) {
            throw new BodyTooLarge();
        }
        var sentAs = http.getContentType() == null ? "" : http.getContentType();
        var type = sentAs.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        var html = type.equals(URL_ENCODED) || type.equals(MULTIPART);
        var sent = new Sent(body(http, type, sentAs), html, http.getMethod().equals("PATCH"));
        return parameter.getParameterType() == Sent.class ? sent : sent.form();
    }

    /** Of what is said twice, the last counts. */
    private static ObjectNode query(HttpServletRequest request) {
        var fields = JSON.createObjectNode();
        request.getParameterMap().forEach((name, values) -> fields.put(name, values[values.length - 1]));
        return fields;
    }

    private JsonNode body(HttpServletRequest request, String type, String sentAs) throws IOException {
        if (type.equals(MULTIPART) && request.getContentLengthLong() != 0) {
            return parts(request);
        }
        byte[] body = request.getInputStream().readNBytes(maxBytes + 1);
        if (body.length > maxBytes) {
            throw new BodyTooLarge();
        }
        if (body.length == 0) {
            return JSON.createObjectNode();
        }
        return switch (type) {
            case "application/json", "" -> parsed(body);
            case URL_ENCODED -> pairs(new String(body, StandardCharsets.UTF_8));
            default -> throw new UnsupportedBody(sentAs);
        };
    }

    /** Says where a body is broken but not how: the parser's words name its classes and settings. */
    private static JsonNode parsed(byte[] body) {
        try {
            var json = JSON.readTree(body);
            if (!json.isMissingNode()) {
                return json;
            }
            throw InvalidInput.detail("JSON parse error - no JSON: line 1 column 1");
        } catch (JacksonException e) {
            throw InvalidInput.detail("JSON parse error - not valid JSON" + place(e));
        }
    }

    /** Where it is broken, to be said after what is; empty if that is not known. */
    static String place(JacksonException broken) {
        var at = broken.getLocation();
        return at == null ? "" : ": line %d column %d".formatted(at.getLineNr(), at.getColumnNr());
    }

    private static ObjectNode pairs(String body) {
        var fields = JSON.createObjectNode();
        for (var pair : body.split("&", -1)) {
            var halves = pair.split("=", 2);
            if (!pair.isEmpty()) {
                fields.put(decoded(halves[0]), halves.length == 1 ? "" : decoded(halves[1]));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    private static ObjectNode parts(HttpServletRequest request) throws IOException {
        var fields = JSON.createObjectNode();
        try {
            for (var part : request.getParts()) {
                if (part.getSubmittedFileName() == null) {
                    fields.put(
                            part.getName(), new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (IllegalStateException _) {
            throw new BodyTooLarge();
        } catch (ServletException | IOException _) {
            throw InvalidInput.detail("Multipart form parse error - not valid parts");
        }
        return fields;
    }
}
