package dev.flagledger.command.flag.form;

/** Field names that all notations of a feature state share, and the maximum length of its value. */
public final class StateFields {

    public static final String SHARES = "multivariate_feature_state_values";
    public static final String OPTION = "multivariate_feature_option";
    public static final String PERCENTAGE = "percentage_allocation";
    public static final int MAX_TEXT = 20_000;

    private StateFields() {}
}
