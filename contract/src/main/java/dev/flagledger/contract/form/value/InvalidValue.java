package dev.flagledger.contract.form.value;

/** Signals that a JSON value cannot be read as a value of the requested type. */
public final class InvalidValue extends RuntimeException {

    InvalidValue(String problem) {
        super(problem, null, false, false);
    }

    /** The contract's text for clients. */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
