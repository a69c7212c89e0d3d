package dev.flagledger.ledger.log;

/** An event was refused because something that it is about ended before it could be appended. */
public final class EndedException extends RuntimeException {

    private final String thing;

    public EndedException(String thing) {
        super(thing + " has ended", null, false, false);
        this.thing = thing;
    }

    /** What ended, as {@code kind:id}. */
    public String thing() {
        return thing;
    }

    /** The kind alone. */
    public String kind() {
        return thing.substring(0, thing.indexOf(':'));
    }
}
