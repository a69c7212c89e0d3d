package dev.flagledger.access.oauth.message;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Requests as the library reads them. It needs no address of them. */
public final class Messages {

    private static final URI ANYWHERE = URI.create("https://localhost/");

    private Messages() {}

    /** What the library reads of a message. */
    @FunctionalInterface
    public interface Parser<T> {
        T parse() throws ParseException;
    }

    /**
     * Returns what the library reads of a message.
     *
     * @param otherwise the error of a message that cannot be read, unless the library knows another one
     * @throws OAuthRefused if the message cannot be read
     */
    public static <T> T read(Parser<T> parser, ErrorObject otherwise) {
        try {
            return parser.parse();
        } catch (ParseException e) {
            throw OAuthRefused.of(e, otherwise);
        } catch (IllegalArgumentException _) {
            // The library quotes the message in its error, and fails if an error may not contain that (RFC 6749, 5.2).
            throw new OAuthRefused(otherwise);
        }
    }

    /**
     * Returns a JSON message. Credentials in the request do not count for it.
     *
     * @throws ParseException never
     */
    public static HTTPRequest json(byte[] body) throws ParseException {
        return of("application/json", new String(body, StandardCharsets.UTF_8), null);
    }

    /**
     * Returns the message of an HTML form.
     *
     * @throws ParseException if its content type cannot be read
     */
    public static HTTPRequest of(FormMessage form) throws ParseException {
        return of(form.contentType(), form.body(), form.authorization());
    }

    private static HTTPRequest of(@Nullable String type, String body, @Nullable String authorization)
            throws ParseException {
        var message = new HTTPRequest(HTTPRequest.Method.POST, ANYWHERE);
        if (type != null) {
            message.setContentType(type);
        }
        message.setBody(body);
        if (authorization != null) {
            message.setAuthorization(authorization);
        }
        return message;
    }
}
