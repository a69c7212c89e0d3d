package dev.flagledger.webhook.trial;

import dev.flagledger.access.outbound.OutboundHosts;
import dev.flagledger.access.secret.WebhookSecrets;
import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.contract.form.Form;
import dev.flagledger.webhook.DeliverySettings;
import dev.flagledger.webhook.sending.HttpSender;
import dev.flagledger.webhook.sending.Message;
import dev.flagledger.webhook.sending.Outcome;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sends samples, once. It has connections of its own, so that those for changes stay free. */
@Component
class Trials implements AutoCloseable {

    private static final String URL = "webhook_url";

    private final HttpSender sender;
    private final OutboundHosts hosts;
    private final Clock clock;

    Trials(DeliverySettings settings, OutboundHosts hosts, Clock clock) {
        this.sender = new HttpSender(settings, hosts);
        this.hosts = hosts;
        this.clock = clock;
    }

    TrialView send(Form form, Sample sample) {
        var url = form.text(URL, WebhookSettings.MAX_URL);
        var secret = form.raw("secret").isNull() ? "" : form.textOrBlank("secret", WebhookSecrets.MAX_LENGTH, "");
        if (!url.isEmpty()) {
            hosts.problemsOf(url).forEach(problem -> form.reject(URL, problem));
        }
        form.validate();
        var message = new Message("test-" + UUID.randomUUID(), url, secret, sample.body(), clock.instant());
        return switch (sender.send(message)) {
            // As in Flagsmith, a redirect counts as an answer here, although a delivery would fail.
            case Outcome.Answered(var status, var _) when status < 400 -> TrialView.successful(status);
            case Outcome.Answered(var status, var _) -> TrialView.refused(status);
            case Outcome.Unreached _, Outcome.Abandoned _ -> TrialView.unreached();
        };
    }

    @Override
    public void close() throws IOException {
        sender.close();
    }
}
