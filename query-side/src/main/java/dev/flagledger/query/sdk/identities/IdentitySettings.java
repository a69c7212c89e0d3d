package dev.flagledger.query.sdk.identities;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator wants of identities.
 *
 * @param unrecorded what applications get while nothing can be recorded; {@code FLAGLEDGER_IDENTITIES_UNRECORDED}
 */
@ConfigurationProperties("flagledger.identities")
record IdentitySettings(@DefaultValue("answer") Unrecorded unrecorded) {

    /** What is done about an identity that cannot be recorded. */
    enum Unrecorded {
        /** Its flags are answered from memory. */
        ANSWER,
        /** The request is refused. */
        REFUSE
    }
}
