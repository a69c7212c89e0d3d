package dev.flagledger.contract.view.audit;

/**
 * The kinds of objects whose texts follow one pattern. The texts for segments and environments are Flagsmith's. It has none for
 * the others and for the deletion of environments, which follow the same pattern.
 */
public enum AuditedKind {
    ORGANISATION("Organisation"),
    PROJECT("Project"),
    ENVIRONMENT("Environment"),
    SEGMENT("Segment"),
    TAG("Tag"),
    IDENTITY("Identity"),
    SERVER_KEY("Server-side key"),
    API_KEY("API key"),
    ROLE("Role"),
    TRUST("Trust relationship"),
    INVITE("Invite"),
    INVITE_LINK("Invite link"),
    METADATA_FIELD("Custom field"),
    USER("User"),
    WEBHOOK("Webhook"),
    IDENTITY_WEBHOOK("Identity webhook"),
    IDENTITY_PROVIDER("Identity provider"),
    SAML_CONFIGURATION("SAML configuration"),
    SAML_MAPPING("SAML attribute mapping"),
    VERSION_DRAFT("Draft of a version");

    private final String word;

    AuditedKind(String word) {
        this.word = word;
    }

    public String created(String name) {
        return "New " + word + " created: " + name;
    }

    public String updated(String name) {
        return word + " updated: " + name;
    }

    public String deleted(String name) {
        return word + " deleted: " + name;
    }
}
