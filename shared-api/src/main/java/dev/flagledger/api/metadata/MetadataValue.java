package dev.flagledger.api.metadata;

import static dev.flagledger.api.Personal.Of.UNASSIGNABLE;

import dev.flagledger.api.Personal;

/**
 * What a team wrote into a custom field of an environment, a feature or a segment.
 *
 * @param modelFieldId the field as it is attached to that kind of thing
 * @param value always text, at most 2000 characters
 */
public record MetadataValue(
        int modelFieldId, @Personal(UNASSIGNABLE) String value) {}
