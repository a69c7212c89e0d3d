package dev.flagledger.webhook.endpoint;

/** A URL as it is shown to people, without what may be a secret. */
public final class ShownUrl {

    private ShownUrl() {}

    /** Returns the URL without the values of its query, and without user and password, which older webhooks may have. */
    public static String of(String url) {
        return url.replaceAll("([?&][^=&#]*=)[^&#]*", "$1(hidden)").replaceFirst("^([a-zA-Z]+://)[^/?#]*@", "$1");
    }
}
