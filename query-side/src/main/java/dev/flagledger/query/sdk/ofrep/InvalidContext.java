package dev.flagledger.query.sdk.ofrep;

/** A request for which nothing can be evaluated. */
final class InvalidContext extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    InvalidContext(String code, String details) {
        super(details, null, false, false);
        this.code = code;
    }

    /** What is wrong, in OpenFeature's word for it. */
    String code() {
        return code;
    }
}
