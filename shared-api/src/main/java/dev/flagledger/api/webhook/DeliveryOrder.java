package dev.flagledger.api.webhook;

import java.util.Locale;

/** The order in which a webhook is sent its messages. */
public enum DeliveryOrder {
    /** None: a message never waits for another one. */
    PARALLEL,
    /** Messages about the same feature are sent one after the other, each when the one before was received or given up. */
    FEATURE,
    /** All messages are sent one after the other. */
    STRICT;

    /** Returns the name in the API. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
