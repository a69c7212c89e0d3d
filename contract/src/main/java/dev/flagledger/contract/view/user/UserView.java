package dev.flagledger.contract.view.user;

import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.organisation.User;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The current user. */
public record UserView(
        String firstName,
        String lastName,
        String signUpType,
        int id,
        String email,
        String authType,
        boolean isSuperuser,
        String dateJoined,
        UUID uuid,
        @Nullable String pylonEmailSignature,
        @Nullable OnboardingView onboarding) {

    public static UserView of(User user) {
        var onboarding = user.standing().onboarding();
        return new UserView(
                user.firstName(),
                user.lastName(),
                user.standing().origin().signUpType().name(),
                user.id(),
                user.email(),
                authType(user.standing().origin().method()),
                user.standing().superuser(),
                WireTime.rest(user.dateJoined()),
                user.uuid(),
                null,
                onboarding == null ? null : OnboardingView.of(onboarding));
    }

    /** The contract has no word for other identity providers. */
    private static String authType(LoginMethod method) {
        return switch (method) {
            case GOOGLE, GITHUB -> method.name();
            case EMAIL, OIDC, SAML, LDAP -> LoginMethod.EMAIL.name();
        };
    }
}
