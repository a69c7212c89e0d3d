package dev.flagledger.access.saml.rejection;

/** Why a response of an identity provider is not accepted. */
public enum Reason {
    /** Not XML, with a DTD, or not the one response with the one assertion that is expected. */
    MALFORMED("it is not a SAML response with one assertion"),
    /** Neither the assertion nor the response is signed. */
    UNSIGNED("neither the response nor its assertion is signed"),
    /** A signature is wrong, made by a key that the metadata does not have, or of a form that is not accepted. */
    SIGNATURE("a signature is not one of the identity provider"),
    /** The assertion cannot be decrypted with the key of this configuration, or neither it nor the response has a right signature. */
    ENCRYPTION("the encrypted assertion cannot be read, or is not signed by the identity provider"),
    ISSUER("it was issued by another identity provider"),
    /** The identity provider reports that the login failed. */
    STATUS("the identity provider reports a failure"),
    DESTINATION("it was sent to another address"),
    /** No confirmation of the subject is for this server now. */
    RECIPIENT("its assertion is for another recipient"),
    AUDIENCE("its assertion is for another audience"),
    EXPIRED("its assertion is not valid at this time"),
    /** It answers no request of this server, and logins that the identity provider starts are not allowed. */
    REQUEST("it does not answer a request of this configuration"),
    /** Somebody could send others a response of their own, and so let them work in a foreign account. */
    BROWSER("this browser did not begin the login"),
    REPLAYED("it was used already"),
    /** It does not name a user, or only for the time of a session. */
    SUBJECT("it does not identify the user"),
    EMAIL("it has no e-mail address of the user");

    private final String text;

    Reason(String text) {
        this.text = text;
    }

    /** The reason as the end of a sentence about the response. */
    public String text() {
        return text;
    }
}
