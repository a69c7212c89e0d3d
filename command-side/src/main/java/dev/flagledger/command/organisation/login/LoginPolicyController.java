package dev.flagledger.command.organisation.login;

import dev.flagledger.access.security.Caller;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.login.LoginPolicy;
import dev.flagledger.api.organisation.LoginRuleCommand.ChangeLoginPolicy;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.access.LoginRuleTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.organisation.LoginPolicyView;
import dev.flagledger.engine.state.organisation.login.LoginRules;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * Decides in which ways the members of an organisation may log in. Only users may: they prove that a way works by having logged in
 * so, and a change that would refuse their own session is refused.
 */
@RestController
class LoginPolicyController {

    @RequestMapping(
            path = "/api/v1/organisations/{id}/login-policy",
            method = {RequestMethod.PUT, RequestMethod.PATCH})
    LoginPolicyView change(CommandContext context, @PathVariable int id, Form form) {
        var policy = LoginPolicyForm.read(form, rules(context, id));
        form.validate();
        refuseLockingOut(context, id, policy);
        context.send(new ChangeLoginPolicy(id, policy));
        return LoginPolicyView.of(rules(context, id).policy());
    }

    private static void refuseLockingOut(CommandContext context, int id, LoginPolicy policy) {
        var author = context.access().account();
        var session = Caller.session();
        if (session == null) {
            throw new Rejected(new Rejection.Forbidden());
        }
        if (!new LoginRules(policy).accept(id, author.email(), session.way())) {
            throw InvalidInput.whole(LoginRuleTexts.LOCKS_OUT);
        }
    }

    private static LoginRules rules(CommandContext context, int id) {
        return context.access()
                .organisation(id, Permission.ORGANISATION_ADMIN)
                .access()
                .loginRules();
    }
}
