package dev.flagledger.command.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flagledger.access.invite.InvitedPeople;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.access.secret.Accounts.Account;
import dev.flagledger.access.security.cookie.SetupOrigin;
import dev.flagledger.api.Actor;
import dev.flagledger.api.Claim;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.user.Enrolment;
import dev.flagledger.api.user.Origin;
import dev.flagledger.api.user.UserCommand.RegisterUser;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.invite.rule.InvitedOnly;
import dev.flagledger.command.invite.rule.SignUpClaim;
import dev.flagledger.command.user.attempt.LoginThrottle;
import dev.flagledger.command.user.login.Logins;
import dev.flagledger.command.user.password.PasswordRules;
import dev.flagledger.contract.error.text.access.UserTexts;
import dev.flagledger.contract.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint that registers users; open to everyone. */
@RestController
class RegistrationController {

    private static final int MAX_EMAIL = 254;
    private static final int MAX_NAME = 150;
    private static final int MAX_PASSWORD = 1_000;

    private final InvitedPeople people;
    private final InvitedOnly invited;
    private final Accounts accounts;
    private final LoginThrottle throttle;
    private final Logins logins;
    private final SignUp signUp;
    private final SetupOrigin origin;

    RegistrationController(
            InvitedPeople people,
            InvitedOnly invited,
            Accounts accounts,
            LoginThrottle throttle,
            Logins logins,
            SignUp signUp,
            SetupOrigin origin) {
        this.people = people;
        this.invited = invited;
        this.accounts = accounts;
        this.throttle = throttle;
        this.logins = logins;
        this.signUp = signUp;
        this.origin = origin;
    }

    @PostMapping("/api/v1/auth/users")
    ResponseEntity<Registered> register(CommandContext context, Form form, HttpServletRequest request) {
        signUp.requireOpen();
        var email = form.email("email", MAX_EMAIL).toLowerCase(Locale.ROOT);
        var firstName = form.text("first_name", MAX_NAME);
        var lastName = form.text("last_name", MAX_NAME);
        var password = form.secret("password", MAX_PASSWORD);
        PasswordRules.problems(password, email, firstName, lastName)
                .forEach(problem -> form.reject("password", problem));
        var claim = SignUpClaim.of(form);
        boolean superuser = form.bool("superuser", false);
        boolean first = context.installation().users().isEmpty();
        if (superuser && !first) {
            form.reject("superuser", UserTexts.SUPERUSER_EXISTS);
        }
        form.validate();
        if (first) {
            origin.require(request);
        }
        throttle.admit(context.attribution().address());
        invited.require(context.installation(), claim, email);
        refuseTaken(email);

        var hash = accounts.hash(password);
        var user = new RegisterUser(
                people.takeId(email),
                UUID.randomUUID(),
                email,
                firstName,
                lastName,
                signUp.enrolment(superuser),
                new Origin(LoginMethod.EMAIL, claim.type()));
        context.by(Actor.user(user.userId(), email)).send(user, () -> {
            accounts.open(user.userId(), email, hash);
            signUp.opened(user);
        });
        var login = logins.afterRegistration(context, new Account(user.userId(), email));
        return new ResponseEntity<>(Registered.of(user, login.key()), login.headers(), HttpStatus.CREATED);
    }

    /** Rejects early what the command would reject, to save hashing the password. */
    private void refuseTaken(String email) {
        if (accounts.byEmail(email).isPresent()) {
            throw new Rejected(new Rejection.Taken(Claim.Kind.EMAIL));
        }
    }

    /** The answer to a registration, with the user's token unless the login ended with a cookie. */
    record Registered(
            String firstName,
            String lastName,
            String signUpType,
            String email,
            int id,
            boolean isActive,
            boolean marketingConsentGiven,
            UUID uuid,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String key) {
        static Registered of(RegisterUser user, @Nullable String token) {
            return new Registered(
                    user.firstName(),
                    user.lastName(),
                    user.origin().signUpType().name(),
                    user.email(),
                    user.userId(),
                    user.enrolment() != Enrolment.AWAITING_ACTIVATION,
                    false,
                    user.uuid(),
                    token);
        }
    }
}
