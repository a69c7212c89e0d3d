package dev.flagledger.api;

/**
 * A name that its owner wants for itself alone.
 *
 * @param kind what is being named
 * @param scope within what the name is unique, for example a project's id; empty for everywhere
 * @param name the name, already folded to the case in which it is compared
 * @param owner whose name it is; each owner holds one name of a kind, and a new claim gives up the old one
 */
public record Claim(Kind kind, String scope, String name, String owner) {

    /** What is being named. */
    public enum Kind {
        EMAIL,
        PROJECT_NAME,
        ENVIRONMENT_NAME,
        ENVIRONMENT_KEY,
        FEATURE_NAME,
        IDENTIFIER,
        METADATA_FIELD
    }
}
