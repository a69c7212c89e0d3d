package dev.flagledger.query.sdk.identities;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How the operator wants applications to be answered. */
@ConfigurationProperties("flagledger")
record SdkSettings(@DefaultValue Sdk sdk, @DefaultValue Identities identities) {

    /**
     * The form of answers.
     *
     * @param segmentIds whether to say with a number which segment's override a flag is of; {@code FLAGLEDGER_SDK_SEGMENT_IDS}
     */
    record Sdk(@DefaultValue("false") boolean segmentIds) {}

    /**
     * What is done about identities.
     *
     * @param unrecorded what applications get while nothing can be recorded; {@code FLAGLEDGER_IDENTITIES_UNRECORDED}
     */
    record Identities(@DefaultValue("answer") Unrecorded unrecorded) {}

    /** What is done about an identity that cannot be recorded. */
    enum Unrecorded {
        /** Its flags are answered from memory. */
        ANSWER,
        /** The request is refused. */
        REFUSE
    }
}
