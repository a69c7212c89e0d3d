package dev.flagledger.contract.error;

/** The request's body is of a media type that the server does not read. */
public final class UnsupportedMediaType extends RuntimeException {

    private final String type;

    public UnsupportedMediaType(String type) {
        super("unsupported body", null, false, false);
        this.type = type;
    }

    /** The value of the request's {@code Content-Type} header. */
    public String type() {
        return type;
    }
}
