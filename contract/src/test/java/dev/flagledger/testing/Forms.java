package dev.flagledger.testing;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.form.BodyReader;
import dev.flagledger.contract.form.Form;
import java.nio.charset.StandardCharsets;

/** Bodies of requests as forms, and what is found wrong with them. */
public final class Forms {

    private Forms() {}

    /** The body of a POST, with single quotes for double ones. */
    public static Form of(String json) {
        return BodyReader.json(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .form();
    }

    /** What is wrong with a form by now, by field, as the map is printed; {@code {}} if nothing is. */
    public static String problems(Form form) {
        return problems(form::validate);
    }

    /** The same for a form that is validated while it is read. */
    public static String problems(Runnable reading) {
        try {
            reading.run();
            return "{}";
        } catch (InvalidInput e) {
            return e.body().toString();
        }
    }
}
