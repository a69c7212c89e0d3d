package dev.flagledger.command.user.proof;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.user.attempt.FailedLogins;
import dev.flagledger.command.user.attempt.LoginFailures;
import dev.flagledger.command.user.attempt.LoginThrottle;
import dev.flagledger.command.user.attempt.LoginTurns;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.access.UserTexts;
import org.springframework.stereotype.Component;

/** Proof of who somebody is by a password, within the limits on attempts. */
@Component
public class PasswordProof {

    private static final int MAX_NAME = 254;

    private final PasswordLogins passwords;
    private final LoginThrottle throttle;
    private final LoginTurns turns;
    private final FailedLogins failed;
    private final LoginFailures failures;

    PasswordProof(
            PasswordLogins passwords,
            LoginThrottle throttle,
            LoginTurns turns,
            FailedLogins failed,
            LoginFailures failures) {
        this.passwords = passwords;
        this.throttle = throttle;
        this.turns = turns;
        this.failed = failed;
        this.failures = failures;
    }

    /** Returns whether anybody may log in with a password. */
    public boolean possible() {
        return passwords.exist();
    }

    /**
     * Returns whose password it is. All failures get the same answer, which must not reveal whether an account exists.
     *
     * @param name an e-mail address, or the name of a user in the directory
     * @throws InvalidInput if it is nobody's, or too many were wrong
     * @throws Rejected as forbidden, if nobody may log in with a password
     * @throws dev.flagledger.contract.error.Throttled if there were too many logins
     */
    public Proven of(CommandContext context, String name, String password) {
        if (!possible()) {
            throw new Rejected(new Rejection.Forbidden());
        }
        var request = context.attribution();
        throttle.admit(request.address());
        // No account has an address this long, and it is not worth storing.
        if (name.length() > MAX_NAME) {
            throw refused();
        }
        return turns.in(() -> failed.guard(
                        name,
                        request.address(),
                        () -> passwords.prove(context, name, password),
                        count -> failures.report(name, request, count)))
                .orElseThrow(PasswordProof::refused);
    }

    private static InvalidInput refused() {
        return InvalidInput.whole(UserTexts.WRONG_CREDENTIALS);
    }
}
