package dev.flagledger.command.user.proof;

import dev.flagledger.access.factor.SecondFactors.Accepted;
import dev.flagledger.access.session.EphemeralTokens;
import dev.flagledger.api.Actor;
import dev.flagledger.api.user.FactorCommand.UseBackupCode;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.user.attempt.CodeAttempts;
import dev.flagledger.command.user.attempt.CodeThrottle;
import org.springframework.stereotype.Component;

/** Proof of who somebody is by a code of the second factor, after another one. Within the limits on attempts. */
@Component
public class CodeProof {

    private final EphemeralTokens ephemeral;
    private final CodeThrottle throttle;
    private final CodeAttempts attempts;

    CodeProof(EphemeralTokens ephemeral, CodeThrottle throttle, CodeAttempts attempts) {
        this.ephemeral = ephemeral;
        this.throttle = throttle;
        this.attempts = attempts;
    }

    /** What comes of a code. */
    public sealed interface Outcome {

        /** It is right. */
        record Right(Proven proven) implements Outcome {}

        /** The first proof was too long ago, or has ended otherwise: it has to be repeated. */
        record TooLate() implements Outcome {}

        /** It is wrong, was accepted before, or too many were wrong. */
        record Wrong() implements Outcome {}
    }

    /**
     * Accepts a code, once. The use of a backup code is recorded.
     *
     * @param token what the first proof has given
     * @throws dev.flagledger.contract.error.Throttled if there were too many codes
     */
    public Outcome of(CommandContext context, String token, String code) {
        throttle.admit(context.attribution().address());
        var waiting = ephemeral.read(token);
        if (waiting.isEmpty()) {
            return new Outcome.TooLate();
        }
        var account = waiting.get().account();
        var accepted = attempts.acceptForLogin(context, account.userId(), code);
        if (accepted.isEmpty()) {
            return new Outcome.Wrong();
        }
        if (accepted.get() == Accepted.BY_BACKUP_CODE) {
            context.by(Actor.user(account.userId(), account.email())).send(new UseBackupCode(account.userId()));
        }
        return new Outcome.Right(new Proven(account, waiting.get().way()));
    }
}
