package dev.flagledger.ledger.log;

/** Thrown when an event is refused because an object that it refers to has ended. */
public final class EndedException extends RuntimeException {

    private final String object;

    public EndedException(String object) {
        super(object + " has ended", null, false, false);
        this.object = object;
    }

    /** The object that has ended, as {@code kind:id}. */
    public String object() {
        return object;
    }

    /** The kind of the object, such as {@code project}. */
    public String kind() {
        return object.substring(0, object.indexOf(':'));
    }
}
