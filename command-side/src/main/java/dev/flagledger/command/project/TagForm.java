package dev.flagledger.command.project;

import dev.flagledger.api.project.Tag;
import dev.flagledger.contract.form.Form;
import java.util.UUID;

/** Reads a tag. Omitted fields keep their values. */
final class TagForm {

    private static final int MAX_LABEL = 100;
    private static final int MAX_COLOUR = 10;
    private static final int MAX_DESCRIPTION = 512;
    private static final String LABEL = "label";

    private TagForm() {}

    static void requireLabel(Form form) {
        form.text(LABEL, MAX_LABEL);
    }

    static Tag create(Form form) {
        requireLabel(form);
        return change(form, new Tag(0, UUID.randomUUID(), "", "#6837FC", null, false));
    }

    /** The tag with its id, which is allocated once the form is valid. */
    static Tag withId(int id, Tag tag) {
        return new Tag(id, tag.uuid(), tag.label(), tag.colour(), tag.description(), tag.permanent());
    }

    static Tag change(Form form, Tag current) {
        return new Tag(
                current.id(),
                current.uuid(),
                form.text(LABEL, MAX_LABEL, current.label()),
                form.text("color", MAX_COLOUR, current.colour()),
                form.textOrNull("description", MAX_DESCRIPTION, current.description()),
                form.bool("is_permanent", current.permanent()));
    }
}
