package dev.flagledger.query.access;

import static dev.flagledger.api.grant.GrantHolder.Kind.GROUP;
import static dev.flagledger.api.grant.GrantHolder.Kind.USER;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.contract.error.text.QueryTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.grant.GrantView;
import dev.flagledger.engine.state.organisation.Organisation;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads what is granted on an organisation, for its admins. */
@RestController
@RequestMapping("/api/v1/organisations/{id}")
class OrganisationGrantController {

    @GetMapping("/user-permissions")
    List<GrantView> ofUsers(AccessContext access, @PathVariable int id, Form query) {
        var organisation = administered(access, id);
        var wanted = filter(query, "user", organisation.members()::containsKey);
        return GrantViews.onOrganisation(access.installation(), organisation, USER, wanted);
    }

    @GetMapping("/user-group-permissions")
    List<GrantView> ofGroups(AccessContext access, @PathVariable int id, Form query) {
        var organisation = administered(access, id);
        var wanted = filter(query, "group", organisation.access().groups().byId()::containsKey);
        return GrantViews.onOrganisation(access.installation(), organisation, GROUP, wanted);
    }

    private static Organisation administered(AccessContext access, int id) {
        access.requireAdmin(id);
        return AccessContext.found(access.installation().organisation(id), "Organisation");
    }

    private static Predicate<Grant> filter(Form query, String name, IntPredicate known) {
        var text = query.textOrBlank(name, Integer.MAX_VALUE, "");
        if (text.isEmpty()) {
            query.validate();
            return _ -> true;
        }
        if (!text.matches("\\d{1,9}") || !known.test(Integer.parseInt(text))) {
            query.reject(name, QueryTexts.NOT_A_CHOICE);
        }
        query.validate();
        int id = Integer.parseInt(text);
        return grant -> grant.holder().id() == id;
    }
}
