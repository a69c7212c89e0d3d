package dev.flagledger.contract.error;

import java.util.List;
import java.util.Map;

/** A request that cannot be understood or accepted as it is: answered with status 400 and this body. */
public final class InvalidInput extends RuntimeException {

    private final transient Object body;

    private InvalidInput(Object body) {
        super(body.toString(), null, false, false);
        this.body = body;
    }

    /** Something is wrong with these fields: a list of problems each, or what is wrong further in. */
    public static InvalidInput fields(Map<String, ?> problems) {
        return new InvalidInput(problems);
    }

    /** Something is wrong with some of these forms; an empty map stands for one that is right. */
    public static InvalidInput forms(List<Map<String, Object>> problems) {
        return new InvalidInput(problems);
    }

    /** Something is wrong with the whole. */
    public static InvalidInput whole(String problem) {
        return new InvalidInput(Map.of("non_field_errors", List.of(problem)));
    }

    /** The form in which some older routes complain: a list by itself. */
    public static InvalidInput list(String problem) {
        return new InvalidInput(List.of(problem));
    }

    /** The form in which the parser of bodies complains, and some routes of what cannot be asked of them. */
    public static InvalidInput detail(String problem) {
        return new InvalidInput(Map.of("detail", problem));
    }

    /** What the answer says. */
    public Object body() {
        return body;
    }
}
