package dev.flagledger.contract.error;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers by status and body, and the two that are given when nothing more is known. */
final class ErrorResponses {

    /** Without {@code detail}: clients take that for a route that this server does not have. */
    static final Map<String, String> UNKNOWN_ADDRESS = Map.of("message", "There is nothing at this address.");

    static final Map<String, String> OUR_FAULT = Map.of("detail", "Something went wrong on the server.");

    private ErrorResponses() {}

    /** The body for a status of which nothing more is known. */
    static Map<String, String> plain(int status) {
        var known = HttpStatus.resolve(status);
        if (known == HttpStatus.NOT_FOUND) {
            return UNKNOWN_ADDRESS;
        }
        return known != null && known.is4xxClientError() ? Map.of("detail", known.getReasonPhrase()) : OUR_FAULT;
    }

    static ResponseEntity<Object> detail(HttpStatus status, String detail) {
        return of(status, Map.of("detail", detail));
    }

    static ResponseEntity<Object> of(HttpStatus status, Object body) {
        return ResponseEntity.status(status).body(body);
    }
}
