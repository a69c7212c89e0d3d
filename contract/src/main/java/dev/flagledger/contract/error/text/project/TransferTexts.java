package dev.flagledger.contract.error.text.project;

/** Texts about exports and imports. */
public final class TransferTexts {

    public static final String NAME_TWICE = "The file has another feature of this name.";
    public static final String IMPORT_UNDER_WAY = "Can't import features, since already processing a feature import.";
    public static final String NAME_DIFFERS_IN_CASE =
            "The project has a feature whose name differs from this in case alone.";

    private TransferTexts() {}
}
