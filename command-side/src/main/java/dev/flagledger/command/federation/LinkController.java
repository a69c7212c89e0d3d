package dev.flagledger.command.federation;

import dev.flagledger.access.federation.FederationRefused;
import dev.flagledger.access.federation.FederationRefused.Reason;
import dev.flagledger.access.federation.LinkedLogins;
import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.federation.browser.BrowserCodes;
import dev.flagledger.contract.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that link the caller's account with a person at a provider, and end that. */
@RestController
@RequestMapping("/api/v1/auth/users/me/logins")
class LinkController {

    private static final int MAX_CODE = 100;
    private final BrowserCodes codes;
    private final LinkedLogins links;
    private final OwnLinks own;

    LinkController(BrowserCodes codes, LinkedLogins links, OwnLinks own) {
        this.codes = codes;
        this.links = links;
        this.own = own;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void link(CommandContext context, Form form, HttpServletRequest request) {
        var code = form.text("access_token", MAX_CODE);
        own.requireOwner(context, form);
        own.link(context, codes.redeem(code, request).orElseThrow(() -> new FederationRefused(Reason.CODE)));
    }

    @DeleteMapping("/{provider}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlink(CommandContext context, @PathVariable String provider, Form form) {
        var linked = links.providersOf(context.access().account().id());
        AccessContext.found(Optional.of(provider).filter(linked::contains), "LinkedLogin");
        own.unlink(context, provider, form);
    }
}
