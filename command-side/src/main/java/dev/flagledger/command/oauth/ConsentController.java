package dev.flagledger.command.oauth;

import dev.flagledger.access.oauth.Applications;
import dev.flagledger.access.oauth.Consent;
import dev.flagledger.access.oauth.ConsentReader;
import dev.flagledger.access.security.Caller;
import dev.flagledger.access.session.SessionClient;
import dev.flagledger.access.session.SessionOwner;
import dev.flagledger.api.user.SessionCommand.GrantApplication;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The endpoints by which the dashboard asks a user whether an application may act for them. For users themselves, not for machines. */
@RestController
@RequestMapping("/api/v1/oauth/authorize")
class ConsentController {

    private static final List<String> PARAMETERS = List.of(
            "client_id", "redirect_uri", "response_type", "scope", "code_challenge", "code_challenge_method", "state");

    private final ConsentReader reader;
    private final Applications applications;

    ConsentController(ConsentReader reader, Applications applications) {
        this.reader = reader;
        this.applications = applications;
    }

    /** What the user is asked. */
    record ConsentView(ClientView application, Map<String, ScopeView> scopes, String redirectUri, boolean isVerified) {}

    /** The client, as it names itself. */
    record ClientView(String name, String clientId) {}

    /** A scope in words. */
    record ScopeView(String label, List<String> grants) {}

    /** Where the dashboard sends the browser. */
    record RedirectView(URI redirectUri) {}

    @GetMapping
    ConsentView ask(HttpServletRequest request) {
        var consent = reader.read(request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Arrays.asList(entry.getValue()))));
        var client = consent.client();
        var scope = client.scope();
        return new ConsentView(
                new ClientView(client.name(), client.id()),
                Map.of(scope.wireName(), new ScopeView(scope.label(), scope.grants())),
                consent.redirectUri(),
                client.verified());
    }

    @PostMapping
    RedirectView decide(CommandContext context, Form form) {
        boolean allowed = form.bool("allow", false);
        form.validate();
        var consent = reader.read(parameters(form));
        return new RedirectView(allowed ? grant(context, consent) : consent.refused());
    }

    private URI grant(CommandContext context, Consent consent) {
        int user = context.access().account().id();
        var session = Objects.requireNonNull(Caller.session());
        var owner = new SessionOwner(user, session.id(), session.way(), session.withoutCode());
        var request = context.attribution();
        var browser = new SessionClient(request.address(), request.agent());
        var id = UUID.randomUUID();
        var code = applications.drawCode();
        var client = consent.client();
        context.send(
                new GrantApplication(
                        user, id, client.id(), client.name(), client.scope().wireName()),
                () -> applications.grant(id, owner, browser, consent, code));
        return consent.granted(code);
    }

    private static Map<String, List<String>> parameters(Form form) {
        var named = new HashMap<String, List<String>>();
        for (var name : PARAMETERS) {
            var value = form.raw(name);
            if (value.isString() && !value.asString().isEmpty()) {
                named.put(name, List.of(value.asString()));
            }
        }
        return named;
    }
}
