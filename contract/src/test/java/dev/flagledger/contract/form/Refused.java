package dev.flagledger.contract.form;

import dev.flagledger.contract.error.InvalidInput;

/** What a request is refused with. */
final class Refused {

    private Refused() {}

    /** The body of the refusal, as the map is printed; {@code {}} if there is none. */
    static String by(Runnable reading) {
        try {
            reading.run();
            return "{}";
        } catch (InvalidInput e) {
            return e.body().toString();
        }
    }
}
