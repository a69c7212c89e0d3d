package dev.flagledger.command.metadata;

import dev.flagledger.api.metadata.FieldDefinition;
import dev.flagledger.contract.form.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads the definition of a custom field. Omitted fields keep their values. */
final class FieldForm {

    private static final int MAX_NAME = 255;
    private static final List<String> TYPES = Arrays.stream(FieldDefinition.Type.values())
            .map(FieldDefinition.Type::wireName)
            .toList();

    private FieldForm() {}

    static FieldDefinition create(Form form) {
        return change(form, new FieldDefinition(form.text("name", MAX_NAME), FieldDefinition.Type.STR, null));
    }

    /** Requires the fields that a new definition requires. */
    static FieldDefinition replace(Form form, FieldDefinition current) {
        form.integer("organisation");
        form.text("name", MAX_NAME);
        return change(form, current);
    }

    static FieldDefinition change(Form form, FieldDefinition current) {
        return new FieldDefinition(
                form.text("name", MAX_NAME, current.name()),
                FieldDefinition.Type.valueOf(
                        form.choice("type", TYPES, current.type().wireName()).toUpperCase(Locale.ROOT)),
                form.textOrNull("description", Integer.MAX_VALUE, current.description()));
    }
}
