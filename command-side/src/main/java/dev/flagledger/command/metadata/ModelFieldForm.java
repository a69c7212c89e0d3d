package dev.flagledger.command.metadata;

import dev.flagledger.api.metadata.Attachment;
import dev.flagledger.api.metadata.Attachment.Requirement;
import dev.flagledger.api.metadata.ContentType;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.error.text.project.MetadataTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.IdFields;
import dev.flagledger.contract.form.NestedForms;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.metadata.MetadataField;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import java.util.Optional;

/** Reads the attachment of a custom field. Omitted fields keep their values. */
final class ModelFieldForm {

    private static final String FIELD = "field";
    private static final String TYPE = "content_type";

    private ModelFieldForm() {}

    /** The id of a custom field of this organisation; 0, with an error on the form, if there is none. */
    static int field(Form form, Installation installation, int organisationId) {
        return IdFields.required(
                form,
                FIELD,
                id -> installation
                        .metadata()
                        .field(id)
                        .filter(field -> field.owner().organisationId() == organisationId)
                        .isPresent());
    }

    static Attachment create(Form form, Installation installation, MetadataField field) {
        return change(form, installation, field, new Attachment(0, type(form), List.of()));
    }

    /** Requires the fields that a new attachment requires. */
    static Attachment replace(Form form, Installation installation, MetadataField field, Attachment current) {
        field(form, installation, field.owner().organisationId());
        type(form);
        return change(form, installation, field, current);
    }

    /** Validates the form. The field of an attachment cannot change. */
    static Attachment change(Form form, Installation installation, MetadataField field, Attachment current) {
        if (form.has(FIELD) && form.integer(FIELD) != field.id()) {
            form.reject(FIELD, MetadataTexts.FIELD_IS_FIXED);
        }
        var type = form.has(TYPE) ? type(form) : current.contentType();
        var required = NestedForms.list(form, "is_required_for")
                .map(places -> places.stream().map(ModelFieldForm::place).toList());
        form.validate();
        required.ifPresent(places -> check(form, installation, field, places));
        form.validate();
        return new Attachment(current.id(), type, required.orElse(current.requiredFor()));
    }

    private static ContentType type(Form form) {
        int id = IdFields.required(form, TYPE, any -> ContentType.of(any).isPresent());
        return ContentType.of(id).orElse(ContentType.FEATURE);
    }

    private static Requirement place(Form form) {
        return new Requirement(type(form), form.integer("object_id"));
    }

    private static void check(Form form, Installation installation, MetadataField field, List<Requirement> places) {
        int organisation = field.owner().organisationId();
        for (var place : places) {
            var organisationId = switch (place.contentType()) {
                case ORGANISATION -> Optional.of(place.objectId());
                case PROJECT -> installation.project(place.objectId()).map(Project::organisationId);
                case ENVIRONMENT, FEATURE, SEGMENT -> {
                    form.reject(FieldTexts.NON_FIELD_ERRORS, MetadataTexts.REQUIREMENT_TYPE);
                    yield Optional.of(organisation);
                }
            };
            if (organisationId.filter(id -> id == organisation).isEmpty()) {
                form.reject(FieldTexts.NON_FIELD_ERRORS, MetadataTexts.REQUIREMENT_ORGANISATION);
            }
        }
    }
}
