package dev.flagledger.contract.view.project;

import dev.flagledger.api.metadata.ContentType;

/** A kind of thing that custom fields can be attached to, as the admin API has it. */
public record ContentTypeView(int id, String appLabel, String model) {

    public static ContentTypeView of(ContentType type) {
        return new ContentTypeView(type.id(), type.model() + "s", type.model());
    }
}
