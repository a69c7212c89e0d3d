package dev.flagledger.ledger.proof.verify;

/** Ends a verification at the first fault. */
public final class FaultException extends RuntimeException {

    private final transient Fault fault;

    /** Creates the exception for a fault. */
    public FaultException(Fault fault) {
        super(fault.toString(), null, false, false);
        this.fault = fault;
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }
}
