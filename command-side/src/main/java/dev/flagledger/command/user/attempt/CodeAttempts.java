package dev.flagledger.command.user.attempt;

import dev.flagledger.access.factor.SecondFactors;
import dev.flagledger.access.factor.SecondFactors.Accepted;
import dev.flagledger.api.user.FactorCommand.FailCode;
import dev.flagledger.api.user.UserCommand.LockLogin;
import dev.flagledger.command.context.CommandContext;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;

/**
 * Accepts codes of the second factor. Wrong ones of a user lock like wrong passwords, from whatever address they come. Those at logins,
 * where only who knows the password gets, and those at the removal of the factor, for which a session suffices, lock only their own: nobody
 * who has got hold of a session keeps its owner from logging in.
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
    public Optional<Accepted> acceptForLogin(CommandContext context, int user, String code) {
        return accept("second factor of " + user, user, code, count -> {
            boolean locks = count == FailedLogins.LIMIT;
            context.sendTogether(
                    locks ? List.of(new FailCode(user), new LockLogin(user)) : List.of(new FailCode(user)));
        });
    }

    /** Does the same for the removal of the factor. */
    public Optional<Accepted> acceptForRemoval(CommandContext context, int user, String code) {
        return accept("removal of the second factor of " + user, user, code, _ -> context.send(new FailCode(user)));
    }

    private Optional<Accepted> accept(String place, int user, String code, IntConsumer wrong) {
        return failed.guard(place, null, () -> factors.accept(user, code), wrong);
    }
}
