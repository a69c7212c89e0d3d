package dev.flagledger.command.role;

import dev.flagledger.api.role.RoleDetails;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.IdFields;
import java.util.List;
import java.util.function.IntPredicate;

/** Reads what a role is called. Omitted fields keep their values. */
final class RoleForm {

    private static final int MAX_NAME = 255;
    private static final int MAX_DESCRIPTION = 1_000;

    private RoleForm() {}

    static RoleDetails create(Form form, IntPredicate tagExists) {
        return change(form, new RoleDetails(requiredName(form), null, List.of()), tagExists);
    }

    static String requiredName(Form form) {
        return form.text("name", MAX_NAME);
    }

    /** Tags that the role has already may have been deleted since. */
    static RoleDetails change(Form form, RoleDetails current, IntPredicate tagExists) {
        var details = new RoleDetails(
                form.text("name", MAX_NAME, current.name()),
                form.textOrNull("description", MAX_DESCRIPTION, current.description()),
                IdFields.list(form, "tags", id -> current.tags().contains(id) || tagExists.test(id))
                        .map(tags -> tags.stream().sorted().toList())
                        .orElse(current.tags()));
        form.validate();
        return details;
    }
}
