package dev.flagledger.command.group;

import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.access.GrantTexts;
import dev.flagledger.contract.form.Fields;
import dev.flagledger.contract.form.Form;
import java.util.List;
import java.util.Set;

/** The fields of groups. */
final class GroupForm {

    private static final int MAX_NAME = 200;
    private static final int MAX_EXTERNAL_ID = 255;
    private static final GroupDetails BLANK = new GroupDetails("", false, null);

    private GroupForm() {}

    static GroupDetails create(Form form) {
        requireName(form);
        return change(form, BLANK);
    }

    static void requireName(Form form) {
        form.text("name", MAX_NAME);
    }

    /** Absent fields keep their values. A blank external id is none. */
    static GroupDetails change(Form form, GroupDetails current) {
        var external = form.textOrNull("external_id", MAX_EXTERNAL_ID, current.externalId());
        var details = new GroupDetails(
                form.text("name", MAX_NAME, current.name()),
                form.bool("is_default", current.isDefault()),
                external == null || external.isEmpty() ? null : external);
        form.validate();
        return details;
    }

    /** Users, all of whom are members of the organisation. */
    static List<Integer> users(Form form, Set<Integer> members) {
        var users = Fields.integers(form, "user_ids").stream().distinct().toList();
        form.validate();
        var others = users.stream().filter(user -> !members.contains(user)).toList();
        if (!others.isEmpty()) {
            throw InvalidInput.detail(
                    others.size() == users.size() ? GrantTexts.noMembers() : GrantTexts.noMembers(others));
        }
        return users;
    }
}
