package dev.flagledger.command.user.account;

import dev.flagledger.api.user.AccountCommand.ChangeOnboarding;
import dev.flagledger.api.user.Onboarding;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import java.time.Clock;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint by which the dashboard remembers what a user has done of its introduction. */
@RestController
class OnboardingController {

    private final Clock clock;

    OnboardingController(Clock clock) {
        this.clock = clock;
    }

    @PatchMapping("/api/v1/auth/users/me/onboarding")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(CommandContext context, Form form) {
        var user = context.access().account();
        var current = Objects.requireNonNullElse(user.standing().onboarding(), Onboarding.NONE);
        context.send(new ChangeOnboarding(user.id(), OnboardingForm.changed(form, current, clock.instant())));
    }
}
