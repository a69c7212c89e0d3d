package dev.flagledger.contract.view.project;

import dev.flagledger.api.metadata.ContentType;

/** A content type that custom fields can be attached to, in the admin API. */
public record ContentTypeView(int id, String appLabel, String model) {

    public static ContentTypeView of(ContentType type) {
        return new ContentTypeView(type.id(), type.model() + "s", type.model());
    }
}
