package dev.flagledger.query.sdk.identities;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings for responses to applications. */
@ConfigurationProperties("flagledger")
record SdkSettings(@DefaultValue Sdk sdk, @DefaultValue Identities identities) {

    /**
     * The form of responses.
     *
     * @param segmentIds whether to include the id of the segment that a flag is overridden for; {@code FLAGLEDGER_SDK_SEGMENT_IDS}
     */
    record Sdk(@DefaultValue("false") boolean segmentIds) {}

    /**
     * The handling of identities.
     *
     * @param unrecorded what to do while nothing can be recorded; {@code FLAGLEDGER_IDENTITIES_UNRECORDED}
     */
    record Identities(@DefaultValue("answer") Unrecorded unrecorded) {}

    /** The handling of an identity that cannot be recorded. */
    enum Unrecorded {
        /** Its flags are evaluated from memory. */
        ANSWER,
        /** The request is refused. */
        REFUSE
    }
}
