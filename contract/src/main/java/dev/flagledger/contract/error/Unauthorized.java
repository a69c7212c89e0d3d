package dev.flagledger.contract.error;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Responses with the status 401, each of which names the same challenge. */
public final class Unauthorized {

    /** The value of {@code WWW-Authenticate}. */
    public static final String CHALLENGE = "Cookie realm=\"api\"";

    private Unauthorized() {}

    /** Returns the response with this body. */
    public static <T> ResponseEntity<T> of(T body) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE)
                .body(body);
    }
}
