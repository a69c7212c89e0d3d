package dev.flagledger.testing;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.form.BodyReader;
import dev.flagledger.contract.form.Form;
import java.nio.charset.StandardCharsets;

/** Creates forms from request bodies, and reads their errors. */
public final class Forms {

    private Forms() {}

    /** The body of a POST, with single quotes for double ones. */
    public static Form of(String json) {
        return BodyReader.json(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .form();
    }

    /** The printed map of a form's errors by field; {@code {}} if there are none. */
    public static String problems(Form form) {
        return problems(form::validate);
    }

    /** The printed map of the errors of a form that is validated while it is read. */
    public static String problems(Runnable reading) {
        try {
            reading.run();
            return "{}";
        } catch (InvalidInput e) {
            return e.body().toString();
        }
    }
}
