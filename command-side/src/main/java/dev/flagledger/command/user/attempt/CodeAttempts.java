package dev.flagledger.command.user.attempt;

import dev.flagledger.access.factor.SecondFactors;
import dev.flagledger.access.factor.SecondFactors.Accepted;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.user.FactorCommand.FailCode;
import dev.flagledger.api.user.UserCommand.LockLogin;
import dev.flagledger.command.context.CommandContext;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Accepts codes of the second factor. Wrong ones of a user lock like wrong passwords, from whatever address and at whichever route they
 * come: only who knows the password, or has a session, gets there.
 */
@Component
public class CodeAttempts {

    private final SecondFactors factors;
    private final FailedLogins failed;

    CodeAttempts(SecondFactors factors, FailedLogins failed) {
        this.factors = factors;
        this.failed = failed;
    }

    /** Accepts a code of the user's device or a backup code, once; empty if it is wrong, was accepted before, or too many were wrong. */
    public Optional<Accepted> accept(CommandContext context, int user, String code) {
        return failed.guard(
                "second factor of " + user,
                null,
                () -> factors.accept(user, code),
                count -> context.sendTogether(failure(user, count)));
    }

    private static List<LedgerCommand> failure(int user, int count) {
        return count == FailedLogins.LIMIT
                ? List.of(new FailCode(user), new LockLogin(user))
                : List.of(new FailCode(user));
    }
}
