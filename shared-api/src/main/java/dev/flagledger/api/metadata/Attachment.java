package dev.flagledger.api.metadata;

import java.util.List;

/**
 * The attachment of a custom field to a content type.
 *
 * @param id id of the attachment, to which values refer
 * @param contentType the content type; a field is attached to each at most once
 * @param requiredFor organisations and projects in which objects of that type must have a value
 */
public record Attachment(int id, ContentType contentType, List<Requirement> requiredFor) {

    /**
     * An organisation or project in which the field is required.
     *
     * @param contentType an organisation or a project
     * @param objectId id of the organisation or project
     */
    public record Requirement(ContentType contentType, int objectId) {}
}
