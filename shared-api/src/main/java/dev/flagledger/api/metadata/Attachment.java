package dev.flagledger.api.metadata;

import java.util.List;

/**
 * That a field belongs to one kind of thing.
 *
 * @param id for those who edit it, and for the values that are written into it
 * @param contentType the kind of thing; a field is attached to each at most once
 * @param requiredFor where nothing of that kind may go without a value
 */
public record Attachment(int id, ContentType contentType, List<Requirement> requiredFor) {

    /**
     * A place where the field may not be left out.
     *
     * @param contentType an organisation or a project
     * @param objectId which one
     */
    public record Requirement(ContentType contentType, int objectId) {}
}
