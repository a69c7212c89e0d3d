package dev.flagledger.command.webhook;

import dev.flagledger.access.secret.WebhookSecrets;
import dev.flagledger.api.Edit;
import dev.flagledger.api.webhook.WebhookCommand.ChangeWebhook;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.contract.view.webhook.WebhookSecretView;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Replaces the secret of a webhook in a way that no message fails: both are used until the receiver knows the new one. */
@Component
class SecretRotation {

    private static final String SECRET = "secret";
    private static final String KEEP = "keep_old_for";
    private static final int SECRET_BYTES = 32;
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    private final WebhookSecrets secrets;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecretRotation(WebhookSecrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Stores the secret of the form, or a new one if it has none. */
    WebhookSecretView rotate(CommandContext context, WebhookOwner owner, int id, Form form) {
        var current = context.access().webhook(owner, id).settings();
        var secret = form.has(SECRET) ? form.text(SECRET, WebhookSecrets.MAX_LENGTH) : made();
        var keep = Duration.ofSeconds(form.integer(KEEP, (int) KEPT.toSeconds()));
        if (keep.isNegative() || keep.compareTo(LONGEST) > 0) {
            form.reject(KEEP, "Ensure this value is between 0 and " + LONGEST.toSeconds() + ".");
        }
        form.validate();
        context.send(
                new ChangeWebhook(id, owner, new Edit<>(current, current), true),
                () -> secrets.rotate(id, secret, keep));
        boolean both = secrets.keysOf(id).previous() != null;
        return new WebhookSecretView(
                secret, both ? WireTime.rest(clock.instant().plus(keep)) : null);
    }

    private String made() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }
}
