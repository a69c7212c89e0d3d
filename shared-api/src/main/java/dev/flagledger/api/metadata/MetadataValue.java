package dev.flagledger.api.metadata;

import static dev.flagledger.api.Personal.Of.UNASSIGNABLE;

import dev.flagledger.api.Personal;

/**
 * The value of a custom field of an environment, a feature or a segment.
 *
 * @param modelFieldId id of the attachment of the field
 * @param value always text, at most 2000 characters
 */
public record MetadataValue(
        int modelFieldId, @Personal(UNASSIGNABLE) String value) {}
