package dev.flagledger.contract.form;

import dev.flagledger.contract.error.BodyTooLarge;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.UnsupportedMediaType;
import dev.flagledger.contract.text.Escapes;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads request bodies: JSON, or the fields of an HTML form. */
public final class BodyReader {

    private static final String JSON_TYPE = "application/json";
    private static final String URL_ENCODED = "application/x-www-form-urlencoded";
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final int MAX_DISCARDED = 4 * 1024 * 1024;
    private static final int DISCARDED_AT_ONCE = 8 * 1024;

    private final int maxBytes;

    BodyReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Parses the body of a request. An empty body is an empty form.
     *
     * @throws BodyTooLarge if the body exceeds the size limit
     * @throws UnsupportedMediaType if it is neither JSON nor an HTML form
     * @throws InvalidInput if it is malformed
     */
    public ParsedBody read(HttpServletRequest request) throws IOException {
        var type = type(request);
        var html = type.equals(URL_ENCODED) || type.equals(MultipartForm.TYPE);
        var body = body(bytes(request), type, request);
        return new ParsedBody(body, html, request.getMethod().equals("PATCH"));
    }

    /**
     * The raw body, which can be read only once.
     *
     * @throws BodyTooLarge if the body exceeds the size limit
     * @throws Refusal with status 408 if the client stalls
     */
    public byte[] bytes(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > maxBytes) {
            throw tooLarge(request);
        }
        byte[] body = received(request);
        if (body.length > maxBytes) {
            throw tooLarge(request);
        }
        return body;
    }

    private byte[] received(HttpServletRequest request) throws IOException {
        try {
            return request.getInputStream().readNBytes(maxBytes + 1);
        } catch (IOException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw Refusal.detail(HttpStatus.REQUEST_TIMEOUT, "The body did not arrive in time.");
            }
            throw e;
        }
    }

    /**
     * Parses the JSON body of a POST.
     *
     * @throws InvalidInput if it is not valid JSON
     */
    public static ParsedBody json(byte[] body) {
        return new ParsedBody(body.length == 0 ? JSON.createObjectNode() : parsed(body), false, false);
    }

    /**
     * Discards what the client still sends, up to a limit, unless it waits for an answer first: closing the connection earlier could
     * lose the answer.
     */
    private static BodyTooLarge tooLarge(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.EXPECT) == null) {
            try {
                var body = request.getInputStream();
                var discarded = new byte[DISCARDED_AT_ONCE];
                int left = MAX_DISCARDED;
                for (int read = 0; read >= 0 && left > 0; left -= read) {
                    read = body.read(discarded);
                }
            } catch (IOException _) {
                // The client stalls or has gone: it gets the answer if it still listens.
            }
        }
        return new BodyTooLarge();
    }

    private static String type(HttpServletRequest request) {
        return sentType(request).split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The header itself: the container's own reading of it fails for an unknown {@code charset}. */
    private static String sentType(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getHeader(HttpHeaders.CONTENT_TYPE), "");
    }

    private static JsonNode body(byte[] body, String type, HttpServletRequest request) {
        if (body.length == 0) {
            return JSON.createObjectNode();
        }
        return switch (type) {
            case JSON_TYPE, "" -> parsed(body);
            case URL_ENCODED -> pairs(new String(body, StandardCharsets.UTF_8));
            case MultipartForm.TYPE -> parts(request, body);
            default -> throw new UnsupportedMediaType(sentType(request));
        };
    }

    /** Reports only the place of a syntax error: the parser's message names its classes and settings. */
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

    /** The place of a syntax error, to be appended to a message; empty if unknown. */
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
        return URLDecoder.decode(Escapes.repaired(text), StandardCharsets.UTF_8);
    }

    private static ObjectNode parts(HttpServletRequest request, byte[] body) {
        var fields = JSON.createObjectNode();
        for (var field : parsedParts(request, body)) {
            if (field.fileName() == null) {
                fields.put(field.name(), field.text());
            }
        }
        return fields;
    }

    private static List<MultipartForm.Field> parsedParts(HttpServletRequest request, byte[] body) {
        try {
            return MultipartForm.read(request, body, sentType(request)).fields();
        } catch (RuntimeException _) {
            throw noParts();
        }
    }

    private static RuntimeException noParts() {
        return InvalidInput.detail("Multipart form parse error - not valid parts");
    }
}
