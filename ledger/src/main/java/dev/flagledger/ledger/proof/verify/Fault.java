package dev.flagledger.ledger.proof.verify;

/**
 * What is wrong with a log.
 *
 * @param position the position of the first bad event; 0 if the fault is not that of an event
 * @param what a text for the auditor
 */
public record Fault(long position, String what) {

    /** Returns a fault of the log as a whole. */
    public static Fault ofLog(String what) {
        return new Fault(0, what);
    }

    /** The fault with its place. */
    @Override
    public String toString() {
        return position == 0 ? what : "position " + position + ": " + what;
    }
}
