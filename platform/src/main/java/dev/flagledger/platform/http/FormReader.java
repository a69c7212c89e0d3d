package dev.flagledger.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gives a controller's method the body of its request as a {@link Form}: JSON, or the fields of an HTML form. */
final class FormReader implements HandlerMethodArgumentResolver {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final int maxBytes;

    FormReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Form.class;
    }

    @Override
    public Form resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws IOException, HttpMediaTypeNotSupportedException {
        var http = (HttpServletRequest) request.getNativeRequest();
        var type = http.getContentType() == null ? null : MediaType.parseMediaType(http.getContentType());
        if (type == null || MediaType.APPLICATION_JSON.isCompatibleWith(type)) {
            return json(http);
        }
        if (MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(type)
                || MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)) {
            return fields(http);
        }
        throw new HttpMediaTypeNotSupportedException(type, List.of(MediaType.APPLICATION_JSON));
    }

    private Form json(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > maxBytes) {
            throw new BodyTooLarge();
        }
        byte[] bytes = request.getInputStream().readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw new BodyTooLarge();
        }
        return new Form(object(bytes.length == 0 ? JSON.createObjectNode() : parsed(bytes)));
    }

    private static JsonNode parsed(byte[] bytes) {
        try {
            return JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw InvalidInput.detail(
                    "JSON parse error - not valid JSON: line %d column %d".formatted(at.getLineNr(), at.getColumnNr()));
        }
    }

    private static JsonNode object(JsonNode body) {
        if (!body.isObject()) {
            throw InvalidInput.whole("Invalid data. Expected a dictionary, but got " + Coercion.typeName(body) + ".");
        }
        return body;
    }

    private static Form fields(HttpServletRequest request) {
        var body = JSON.createObjectNode();
        request.getParameterMap().forEach((name, values) -> body.put(name, values[values.length - 1]));
        return new Form(body);
    }
}
