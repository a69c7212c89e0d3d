package dev.flagledger.command.oauth;

import dev.flagledger.access.oauth.ConsentReader;
import dev.flagledger.access.security.Caller;
import dev.flagledger.access.session.Consenting;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Consents consents;

    ConsentController(ConsentReader reader, Consents consents) {
        this.reader = reader;
        this.consents = consents;
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
        return new RedirectView(allowed ? consents.grant(context, caller(context), consent) : consent.refused());
    }

    private static Consenting caller(CommandContext context) {
        int user = context.access().account().id();
        var session = Objects.requireNonNull(Caller.session());
        return new Consenting(user, session.id(), session.nonce(), session.way(), session.withoutCode());
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
