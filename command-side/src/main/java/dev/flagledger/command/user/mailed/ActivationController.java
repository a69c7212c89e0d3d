package dev.flagledger.command.user.mailed;

import dev.flagledger.api.Actor;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.user.attempt.LoginThrottle;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.access.UserTexts;
import dev.flagledger.contract.form.Form;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints for users who confirm their address; open to everyone. */
@RestController
@RequestMapping("/api/v1/auth/users")
class ActivationController {

    private static final int MAX_EMAIL = 254;

    private final Activations activations;
    private final Unobserved unobserved;
    private final LoginThrottle throttle;

    ActivationController(Activations activations, Unobserved unobserved, LoginThrottle throttle) {
        this.activations = activations;
        this.unobserved = unobserved;
        this.throttle = throttle;
    }

    @PostMapping("/activation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void activate(CommandContext context, Form form) {
        var fields = MailedUser.Fields.of(form);
        form.validate();
        var mailed = fields.in(context.installation());
        if (!activations.isValid(mailed)) {
            throw MailedUser.wrongToken();
        }
        var user = mailed.user();
        if (!Activations.isAwaited(user)) {
            throw Refusal.detail(HttpStatus.FORBIDDEN, UserTexts.STALE_TOKEN);
        }
        activations.activate(context.by(Actor.user(user.id(), user.email())), mailed);
    }

    /** As in Flagsmith, the refusal has no body. */
    @PostMapping("/resend_activation")
    ResponseEntity<Void> sendAgain(CommandContext context, Form form) {
        var email = form.email("email", MAX_EMAIL);
        form.validate();
        if (!activations.isRequired()) {
            return ResponseEntity.badRequest().build();
        }
        throttle.admit(context.attribution().address());
        unobserved.later(() -> activations.mailAgain(email));
        return ResponseEntity.noContent().build();
    }
}
