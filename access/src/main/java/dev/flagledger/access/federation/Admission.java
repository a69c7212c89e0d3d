package dev.flagledger.access.federation;

import dev.flagledger.api.organisation.Role;
import org.jspecify.annotations.Nullable;

/**
 * Whom a provider may let in.
 *
 * @param trust whose accounts its addresses open
 * @param creates whether people without an account get one, and those who are no members become some
 * @param organisationId the organisation that they become members of; null for none
 * @param role their role in it at first
 */
public record Admission(
        Trust trust, boolean creates, @Nullable Integer organisationId, Role role) {

    /** How far a provider is believed that an address is a person's. */
    public enum Trust {
        /** An account of anyone but superusers: the operator has chosen the provider. */
        EVERYONE,
        /** An account of a member: the operator trusts the providers of organisations. */
        MEMBERS,
        /**
         * No account but those that the organisation's providers opened before, and those with a proven address of a domain that is proven to
         * be the organisation's: whoever administers an organisation can let its provider say anything, and an account may belong to other
         * organisations as well.
         */
        NOBODY
    }
}
