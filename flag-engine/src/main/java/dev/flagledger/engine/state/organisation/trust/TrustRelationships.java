package dev.flagledger.engine.state.organisation.trust;

/** The workloads outside that an organisation trusts. */
public record TrustRelationships() {

    /** None. */
    public static final TrustRelationships NONE = new TrustRelationships();
}
