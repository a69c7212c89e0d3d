package dev.flagledger.access.oauth.message;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import java.util.Objects;

/** A request of the OAuth protocol is refused, with an error that the protocol knows. */
public final class OAuthRefused extends RuntimeException {

    private static final int UNAUTHORIZED = 401;
    private static final int BAD_REQUEST = 400;

    private final String code;
    private final String description;

    /** The error, and what the protocol says of it. */
    public OAuthRefused(ErrorObject error) {
        this(Objects.requireNonNull(error.getCode()), Objects.requireNonNullElse(error.getDescription(), ""));
    }

    /** The error, in words of this server. */
    public OAuthRefused(ErrorObject error, String description) {
        this(Objects.requireNonNull(error.getCode()), description);
    }

    private OAuthRefused(String code, String description) {
        super(code, null, false, false);
        this.code = code;
        this.description = description;
    }

    /** The message cannot be parsed; the error is the other one unless the parser knows it. */
    public static OAuthRefused of(ParseException e, ErrorObject otherwise) {
        var error = e.getErrorObject();
        var known = error == null || error.getCode() == null ? otherwise : error;
        return new OAuthRefused(known, ErrorObject.removeIllegalChars(Objects.requireNonNullElse(e.getMessage(), "")));
    }

    /** A code or a refresh token is not good, or another client's. */
    public static OAuthRefused invalidGrant() {
        return new OAuthRefused(OAuth2Error.INVALID_GRANT);
    }

    /** Returns the code of the error, such as {@code invalid_grant}. */
    public String code() {
        return code;
    }

    /** Returns the error in words; may be empty. */
    public String description() {
        return description;
    }

    /** Returns the status: 401 if the client is not who it says, else 400. */
    public int status() {
        return code.equals("invalid_client") ? UNAUTHORIZED : BAD_REQUEST;
    }
}
