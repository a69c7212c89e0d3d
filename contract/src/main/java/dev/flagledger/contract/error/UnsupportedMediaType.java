package dev.flagledger.contract.error;

/** A body comes in a form that no reader knows. */
public final class UnsupportedMediaType extends RuntimeException {

    private final String type;

    public UnsupportedMediaType(String type) {
        super("unsupported body", null, false, false);
        this.type = type;
    }

    /** The form, as the request names it. */
    public String type() {
        return type;
    }
}
