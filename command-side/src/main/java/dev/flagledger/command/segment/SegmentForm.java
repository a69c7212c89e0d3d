package dev.flagledger.command.segment;

import dev.flagledger.api.metadata.ContentType;
import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.command.metadata.MetadataForm;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.IdFields;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Project;
import java.util.List;

/** Reads the definition of a segment. Omitted fields keep their values, except for custom fields. */
final class SegmentForm {

    private static final int MAX_NAME = 2_000;
    private static final SegmentDefinition NOTHING = new SegmentDefinition("", null, null, List.of(), List.of());

    private SegmentForm() {}

    static SegmentDefinition create(Form form, Installation installation, Project project) {
        return replace(form, installation, project, NOTHING);
    }

    /** Requires name and rules. */
    static SegmentDefinition replace(Form form, Installation installation, Project project, SegmentDefinition current) {
        name(form);
        if (!form.has("rules")) {
            form.reject("rules", FieldTexts.REQUIRED);
        }
        return change(form, installation, project, current);
    }

    /** The definition, with the ids of rules as sent. Validates the form. */
    static SegmentDefinition change(Form form, Installation installation, Project project, SegmentDefinition current) {
        var definition = new SegmentDefinition(
                form.text("name", MAX_NAME, current.name()),
                form.textOrNull("description", Integer.MAX_VALUE, current.description()),
                IdFields.nullable(form, "feature", current.featureId(), project.features()::containsKey),
                form.has("rules") ? RuleForm.read(form) : current.rules(),
                new MetadataForm(installation, project, ContentType.SEGMENT).read(form));
        form.validate();
        RuleForm.check(form, definition.rules());
        form.validate();
        return definition;
    }

    static String name(Form form) {
        return form.text("name", MAX_NAME);
    }
}
