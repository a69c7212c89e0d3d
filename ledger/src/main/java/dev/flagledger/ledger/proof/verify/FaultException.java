package dev.flagledger.ledger.proof.verify;

/** Ends a verification at the first fault. */
public final class FaultException extends RuntimeException {

    private final transient Fault fault;

    /** Creates the exception for a fault. */
    public FaultException(Fault fault) {
        super(fault.toString(), null, false, false);
        this.fault = fault;
    }

    /** Creates the exception for a fault of the event at a position. */
    public FaultException(long position, String what) {
        this(new Fault(position, what));
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }
}
