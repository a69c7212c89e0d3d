package dev.flagledger.api.webhook;

/** The generations of payloads, each of which is the form that receivers of its time were written for. */
public enum PayloadForm {
    /** Audit records, also for changes of flags. */
    V2020("2020"),
    /** States of flags before and after, without shares of options; the author is a full name. */
    V2021("2021"),
    CURRENT("current");

    private final String wireName;

    PayloadForm(String wireName) {
        this.wireName = wireName;
    }

    /** Returns the name in the API. */
    public String wireName() {
        return wireName;
    }
}
