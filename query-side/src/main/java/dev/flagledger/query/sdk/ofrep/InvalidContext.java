package dev.flagledger.query.sdk.ofrep;

/** Thrown for a request whose context cannot be evaluated. */
final class InvalidContext extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    InvalidContext(String code, String details) {
        super(details, null, false, false);
        this.code = code;
    }

    /** Returns OpenFeature's error code. */
    String code() {
        return code;
    }
}
