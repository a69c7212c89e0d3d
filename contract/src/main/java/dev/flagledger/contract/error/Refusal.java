package dev.flagledger.contract.error;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A request that a route refuses with a status and text of its own. */
public final class Refusal extends RuntimeException {

    private final HttpStatus status;
    private final transient Map<String, String> body;

    private Refusal(HttpStatus status, Map<String, String> body) {
        super(body.toString(), null, false, false);
        this.status = status;
        this.body = body;
    }

    /** A refusal with a reason. */
    public static Refusal detail(HttpStatus status, String detail) {
        return new Refusal(status, Map.of("detail", detail));
    }

    /** A refusal with a reason and an error code. */
    public static Refusal coded(HttpStatus status, String detail, String code) {
        var body = new LinkedHashMap<String, String>();
        body.put("detail", detail);
        body.put("code", code);
        return new Refusal(status, body);
    }

    public HttpStatus status() {
        return status;
    }

    /** The response body. */
    public Map<String, String> body() {
        return body;
    }
}
