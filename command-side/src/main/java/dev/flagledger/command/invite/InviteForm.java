package dev.flagledger.command.invite;

import dev.flagledger.api.organisation.Role;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.error.text.access.InviteTexts;
import dev.flagledger.contract.form.Fields;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.IdFields;
import dev.flagledger.contract.form.NestedForms;
import dev.flagledger.engine.state.organisation.Organisation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads requests to invite people to an organisation. Each person is invited once. */
final class InviteForm {

    private static final int MAX_EMAIL = 254;
    private static final int MOST = 100;
    private static final String EMAILS = "emails";
    private static final String INVITES = "invites";

    private final Organisation organisation;
    private final Set<String> requested = new HashSet<>();

    InviteForm(Organisation organisation) {
        this.organisation = organisation;
    }

    /** A person to invite. */
    record Request(String email, Role role, List<Integer> groups) {

        /** Whether the person gets rights, as an admin or by a group. */
        boolean givesRights() {
            return role == Role.ADMIN || !groups.isEmpty();
        }
    }

    Request one(Form form) {
        var request = read(form);
        form.validate();
        return request;
    }

    /** Persons by their addresses only, persons with roles and groups, or both. */
    List<Request> several(Form form) {
        var invites = NestedForms.list(form, INVITES).orElse(List.of());
        var emails = Fields.emails(form, EMAILS, MAX_EMAIL);
        requireFew(form, INVITES, invites.size());
        requireFew(form, EMAILS, emails.size());
        var requests = new ArrayList<Request>();
        invites.forEach(invite -> requests.add(read(invite)));
        for (var email : emails) {
            if (isDuplicate(email)) {
                form.reject(EMAILS, InviteTexts.exists(email));
            }
            requests.add(new Request(email, Role.USER, List.of()));
        }
        form.validate();
        return requests;
    }

    private Request read(Form form) {
        var email = form.email("email", MAX_EMAIL);
        if (isDuplicate(email)) {
            form.reject("email", InviteTexts.exists(email));
        }
        var role = form.choice("role", Role.NAMES, Role.USER.name());
        var groups = IdFields.list(form, "permission_groups", this::hasGroup).orElse(List.of());
        requireFew(form, "permission_groups", groups.size());
        return new Request(email, Role.valueOf(role), groups);
    }

    /** Also notes the address, for those that follow it. */
    private boolean isDuplicate(String email) {
        return !email.isEmpty()
                && (organisation.access().invitations().to(email).isPresent()
                        || !requested.add(email.toLowerCase(Locale.ROOT)));
    }

    private boolean hasGroup(int id) {
        return organisation.access().groups().find(id).isPresent();
    }

    private static void requireFew(Form form, String field, int count) {
        if (count > MOST) {
            form.reject(field, FieldTexts.atMostElements(MOST));
        }
    }
}
