package dev.flagledger.contract.error;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Creates error responses, and the default bodies for bare status codes. */
final class ErrorResponses {

    /** Has no {@code detail}, by which clients recognise that the server does not have the route. */
    static final Map<String, String> UNKNOWN_ADDRESS = Map.of("message", "There is nothing at this address.");

    static final Map<String, String> OUR_FAULT = Map.of("detail", "Something went wrong on the server.");

    private ErrorResponses() {}

    /** The default body for a status. */
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
