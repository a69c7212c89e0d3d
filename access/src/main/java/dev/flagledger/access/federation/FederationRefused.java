package dev.flagledger.access.federation;

/** Nobody is let in by what an identity provider said. */
public final class FederationRefused extends RuntimeException {

    private final Reason reason;

    /** Creates a refusal. */
    public FederationRefused(Reason reason) {
        super(reason.text(), null, false, false);
        this.reason = reason;
    }

    /** Why nobody is let in. */
    public enum Reason {
        CODE("The code is wrong, was used before, or has expired."),
        SUBJECT("The identity provider did not say who you are."),
        EMAIL("The identity provider did not confirm your e-mail address."),
        LINK_FIRST("There is an account with your e-mail address already. Log in to it and link it with the identity"
                + " provider."),
        SECOND_FACTOR(
                "There is an account with your e-mail address already, which has a second factor. Log in to it and"
                        + " link it with the identity provider."),
        OTHER_SUBJECT("The account with your e-mail address is linked with somebody else at the identity provider."),
        NO_ACCOUNT("There is no account for you."),
        NO_MEMBER("You are not a member of the organisation."),
        OTHER_ORGANISATION("Users with SAML authentication belong to one organisation only.");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** The reason in words, for the person. */
        public String text() {
            return text;
        }
    }

    public Reason reason() {
        return reason;
    }
}
