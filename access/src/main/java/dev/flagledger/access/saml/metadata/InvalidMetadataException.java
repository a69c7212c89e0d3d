package dev.flagledger.access.saml.metadata;

/** Thrown when metadata of an identity provider cannot be used. */
public final class InvalidMetadataException extends Exception {

    private final String problem;

    InvalidMetadataException(String problem) {
        super(problem, null, false, false);
        this.problem = problem;
    }

    /** What is wrong, as a sentence. */
    public String problem() {
        return problem;
    }
}
