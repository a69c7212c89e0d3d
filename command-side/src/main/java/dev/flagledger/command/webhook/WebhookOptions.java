package dev.flagledger.command.webhook;

import dev.flagledger.access.secret.WebhookSecrets;
import dev.flagledger.api.Edit;
import dev.flagledger.api.webhook.DeliveryOrder;
import dev.flagledger.api.webhook.ExtraType;
import dev.flagledger.api.webhook.PayloadForm;
import dev.flagledger.api.webhook.SigningScheme;
import dev.flagledger.api.webhook.WebhookCommand.ChangeWebhook;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Fields;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.value.Coercion;
import dev.flagledger.contract.form.value.InvalidValue;
import dev.flagledger.contract.view.webhook.WebhookOptionsView;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Changes what a webhook is told, in which form and order, and how it is signed. Omitted fields keep their values. */
@Component
class WebhookOptions {

    private static final String TYPES = "event_types";
    private static final List<String> NAMES =
            Arrays.stream(ExtraType.values()).map(ExtraType::name).toList();

    private final WebhookSecrets secrets;

    WebhookOptions(WebhookSecrets secrets) {
        this.secrets = secrets;
    }

    /** Changes the options, and makes or deletes the webhook's key pair with them. */
    WebhookOptionsView change(CommandContext context, WebhookOwner owner, int id, Form form) {
        var current = context.access().webhook(owner, id).settings();
        var wanted = read(form, current);
        form.validate();
        context.send(
                new ChangeWebhook(id, owner, new Edit<>(current, wanted), false),
                wanted.signing() == current.signing() ? () -> {} : () -> keys(id, wanted.signing()));
        return WebhookOptionsView.of(
                context.access().webhook(owner, id).settings(),
                secrets.publicKey(id).orElse(null));
    }

    private void keys(int id, SigningScheme signing) {
        switch (signing) {
            case ED25519 -> secrets.makeKeyPair(id);
            case HMAC -> secrets.forgetKeyPair(id);
        }
    }

    private static WebhookSettings read(Form form, WebhookSettings current) {
        return new WebhookSettings(
                current.url(),
                current.enabled(),
                choice(form, "payload", PayloadForm.values(), PayloadForm::wireName, current.payload()),
                choice(form, "order", DeliveryOrder.values(), DeliveryOrder::wireName, current.order()),
                types(form, current.extraTypes()),
                choice(form, "signing", SigningScheme.values(), SigningScheme::wireName, current.signing()));
    }

    private static <T> T choice(Form form, String field, T[] all, Function<T, String> name, T current) {
        var names = Arrays.stream(all).map(name).toList();
        var chosen = form.choice(field, names, name.apply(current));
        return Stream.of(all)
                .filter(one -> name.apply(one).equals(chosen))
                .findAny()
                .orElse(current);
    }

    private static List<ExtraType> types(Form form, List<ExtraType> current) {
        return Fields.items(form, TYPES, form::reject)
                .map(items -> items.stream().flatMap(item -> type(form, item)).toList())
                .orElse(current);
    }

    private static Stream<ExtraType> type(Form form, JsonNode item) {
        try {
            return Stream.of(ExtraType.valueOf(Coercion.choice(item, NAMES)));
        } catch (InvalidValue e) {
            form.reject(TYPES, e.problem());
            return Stream.empty();
        }
    }
}
