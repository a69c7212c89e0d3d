package dev.flagledger.contract.error.text.project;

/** Texts about organisations, projects and environments. */
public final class ProjectTexts {

    public static final String EDGE_IDENTITIES_DISABLED = "Dynamo DB is not enabled for this project";
    public static final String HEALTH_PROVIDER_TAKEN = "Feature health provider with this name already exists.";
    public static final String INTERNAL_ADDRESS = "URLs must not target internal or private network addresses.";
    public static final String NO_GITHUB = "This Project doesn't have a valid GitHub integration configuration";
    public static final String TOO_MANY_REPOSITORIES = "The project has as many repositories as it may have.";

    public static final String WITHHELD =
            "This project is withheld: something that happened to it is not understood by this server.";

    private ProjectTexts() {}

    public static String clientKeyPrefix(String prefix) {
        return "A client-side key may not begin with \"" + prefix + "\".";
    }
}
