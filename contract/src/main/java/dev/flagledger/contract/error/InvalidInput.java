package dev.flagledger.contract.error;

import dev.flagledger.contract.error.text.FieldTexts;
import java.util.List;
import java.util.Map;

/** The request's content is invalid. The response is 400 with this exception's body. */
public final class InvalidInput extends RuntimeException {

    private final transient Object body;

    private InvalidInput(Object body) {
        super(body.toString(), null, false, false);
        this.body = body;
    }

    /** Errors by field: a list of texts, or a map or list of nested errors. */
    public static InvalidInput fields(Map<String, ?> problems) {
        return new InvalidInput(problems);
    }

    /** Errors of a list of forms, one map per form; empty for forms without errors. */
    public static InvalidInput forms(List<Map<String, Object>> problems) {
        return new InvalidInput(problems);
    }

    /** An error of the form as a whole. */
    public static InvalidInput whole(String problem) {
        return new InvalidInput(Map.of(FieldTexts.NON_FIELD_ERRORS, List.of(problem)));
    }

    /** An error in the shape of some older routes: a bare list. */
    public static InvalidInput list(String problem) {
        return new InvalidInput(List.of(problem));
    }

    /** An error with only a {@code detail}, as of the body's parser and of some routes. */
    public static InvalidInput detail(String problem) {
        return new InvalidInput(Map.of("detail", problem));
    }

    /** The response body. */
    public Object body() {
        return body;
    }
}
