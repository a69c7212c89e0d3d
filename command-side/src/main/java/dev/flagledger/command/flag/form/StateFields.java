package dev.flagledger.command.flag.form;

/** What the fields of a feature state are called in every form of it, and how long its value may be. */
public final class StateFields {

    public static final String SHARES = "multivariate_feature_state_values";
    public static final String OPTION = "multivariate_feature_option";
    public static final String PERCENTAGE = "percentage_allocation";
    public static final int MAX_TEXT = 20_000;

    private StateFields() {}
}
