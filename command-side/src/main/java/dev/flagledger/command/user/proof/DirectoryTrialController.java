package dev.flagledger.command.user.proof;

import dev.flagledger.access.ldap.LdapTrials;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.federation.DirectoryLogins;
import dev.flagledger.command.user.attempt.FailedLogins;
import dev.flagledger.command.user.attempt.LoginFailures;
import dev.flagledger.command.user.attempt.LoginThrottle;
import dev.flagledger.command.user.attempt.LoginTurns;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.login.Trial;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Endpoint that tries the directory, for superusers. It lets nobody in and changes nothing, but a password is tried within the limits of
 * logins, and counts as one: otherwise it could be guessed here.
 */
@RestController
class DirectoryTrialController {

    private static final int MAX_NAME = 254;
    private static final int MAX_PASSWORD = 1_000;

    /** What a guess comes to. */
    private static final Set<String> WRONG = Set.of(LdapTrials.CREDENTIALS, LdapTrials.USER);

    private static final Trial LOCKED = Trial.failed(
            "locked",
            "Too many logins with this name have failed from this address. Try again in a quarter of an hour.");

    private final LdapTrials trials;
    private final DirectoryLogins directory;
    private final LoginThrottle throttle;
    private final LoginTurns turns;
    private final FailedLogins failed;
    private final LoginFailures failures;

    DirectoryTrialController(
            LdapTrials trials,
            DirectoryLogins directory,
            LoginThrottle throttle,
            LoginTurns turns,
            FailedLogins failed,
            LoginFailures failures) {
        this.trials = trials;
        this.directory = directory;
        this.throttle = throttle;
        this.turns = turns;
        this.failed = failed;
        this.failures = failures;
    }

    @PostMapping("/api/v1/auth/ldap/test")
    Trial test(CommandContext context, Form form) {
        context.access().require(Permission.INSTALLATION_ADMIN, new Scope.Everywhere());
        if (!form.has("username") && !form.has("password")) {
            var settings = trials.ofSettings();
            return settings.success() ? directory.organisationTrial(context).orElse(settings) : settings;
        }
        var name = form.text("username", MAX_NAME);
        var password = form.secret("password", MAX_PASSWORD);
        form.validate();
        throttle.admit(context.attribution().address());
        return turns.in(() -> tried(context, name, password));
    }

    private Trial tried(CommandContext context, String name, String password) {
        var request = context.attribution();
        var result = new AtomicReference<>(LOCKED);
        failed.guard(
                name,
                request.address(),
                () -> {
                    var trial = trials.ofUser(name, password);
                    result.set(trial);
                    return Optional.of(trial).filter(known -> !WRONG.contains(String.valueOf(known.problem())));
                },
                count -> failures.report(name, request, count));
        return result.get();
    }
}
