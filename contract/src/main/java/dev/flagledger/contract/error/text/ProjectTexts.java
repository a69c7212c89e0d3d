package dev.flagledger.contract.error.text;

/** Texts about projects. */
public final class ProjectTexts {

    public static final String NO_DYNAMO = "Dynamo DB is not enabled for this project";
    public static final String NO_GITHUB = "This Project doesn't have a valid GitHub integration configuration";
    public static final String TOO_MANY_REPOSITORIES = "The project has as many repositories as it may have.";

    private ProjectTexts() {}
}
