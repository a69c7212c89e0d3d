package dev.flagledger.command.metadata;

import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.MetadataEvent.FieldAttached;
import dev.flagledger.api.event.MetadataEvent.FieldCreated;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.metadata.Attachment;
import dev.flagledger.api.metadata.Attachment.Requirement;
import dev.flagledger.api.metadata.ContentType;
import dev.flagledger.api.metadata.FieldDefinition;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shop with a custom field of each type for its features; each is attached with an id that is a hundred above its own. */
final class CustomFields {

    static final int OTHER_ORGANISATION = 50;
    static final int OTHER_PROJECT = 51;
    static final int ON_SEGMENTS = 180;
    static final int REQUIRED = 190;

    private CustomFields() {}

    static History ofTheShop() {
        var history = Shop.withBasket()
                .then(
                        new OrganisationCreated(
                                OTHER_ORGANISATION, Shop.id(50), new OrganisationSettings("Other", null, false, false)),
                        new ProjectCreated(OTHER_PROJECT, Shop.id(51), OTHER_ORGANISATION, Shop.project(false)));
        for (var type : FieldDefinition.Type.values()) {
            history.then(created(attached(type) - 100, null, type), on(attached(type), ContentType.FEATURE));
        }
        return history.then(created(80, Shop.PROJECT, FieldDefinition.Type.STR), on(ON_SEGMENTS, ContentType.SEGMENT));
    }

    /** With one more field for features, which none of the shop's may go without. */
    static History withARequiredOne() {
        return ofTheShop()
                .then(
                        created(90, null, FieldDefinition.Type.STR),
                        new FieldAttached(
                                90,
                                new Attachment(
                                        REQUIRED,
                                        ContentType.FEATURE,
                                        List.of(new Requirement(ContentType.PROJECT, Shop.PROJECT)))));
    }

    /** The attachment of the field of this type. */
    static int attached(FieldDefinition.Type type) {
        return switch (type) {
            case STR -> 120;
            case INT -> 121;
            case BOOL -> 122;
            case URL -> 123;
            case MULTILINE_STR -> 124;
        };
    }

    private static LedgerEvent created(int field, @Nullable Integer project, FieldDefinition.Type type) {
        return new FieldCreated(field, Shop.ORGANISATION, project, new FieldDefinition("Field " + field, type, null));
    }

    private static LedgerEvent on(int attachment, ContentType type) {
        return new FieldAttached(attachment - 100, new Attachment(attachment, type, List.of()));
    }
}
