package dev.flagledger.contract.view.organisation;

import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginPolicy;
import java.util.List;

/**
 * The ways in which members of an organisation may log in.
 *
 * @param methods names of methods; empty for all
 * @param domains the methods for addresses of single domains
 * @param withoutCode names of the methods after which no code is asked for
 */
public record LoginPolicyView(
        List<LoginMethod> methods, List<LoginPolicy.Domain> domains, List<LoginMethod> withoutCode) {

    /** Returns the view of a policy. */
    public static LoginPolicyView of(LoginPolicy policy) {
        return new LoginPolicyView(policy.methods(), policy.domains(), policy.withoutCode());
    }
}
