package dev.flagledger.contract.error.text;

/** Errors of requests about earlier states. */
public final class PastTexts {

    public static final String BEFORE_THE_BEGINNING = "The log has no event at or before this.";
    public static final String CHANGED_SINCE =
            "What the event changed has changed since. Send \"force\": true to undo that, too.";
    public static final String ERASED =
            "The personal data of the identity was erased, so that it cannot be created again.";
    public static final String FUTURE = "This is in the future.";
    public static final String MALFORMED =
            "Use a position of the log, or one of these formats: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].";

    public static final String PRUNED = "The organisation does not keep events from then any more.";

    public static final String NOT_UNDOABLE = "This event cannot be undone.";

    private PastTexts() {}
}
