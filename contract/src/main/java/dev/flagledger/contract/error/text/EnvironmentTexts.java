package dev.flagledger.contract.error.text;

/** Texts about environments and their webhooks. */
public final class EnvironmentTexts {

    public static final String INTERNAL_ADDRESS = "URLs must not target internal or private network addresses.";

    private EnvironmentTexts() {}

    public static String clientKeyPrefix(String prefix) {
        return "A client-side key may not begin with \"" + prefix + "\".";
    }
}
