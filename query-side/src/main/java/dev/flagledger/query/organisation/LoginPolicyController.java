package dev.flagledger.query.organisation;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.view.organisation.LoginPolicyView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads the ways in which the members of an organisation may log in. */
@RestController
class LoginPolicyController {

    @GetMapping("/api/v1/organisations/{id}/login-policy")
    LoginPolicyView retrieve(AccessContext access, @PathVariable int id) {
        return LoginPolicyView.of(access.organisation(id, Permission.ORGANISATION_ADMIN)
                .access()
                .loginRules()
                .policy());
    }
}
