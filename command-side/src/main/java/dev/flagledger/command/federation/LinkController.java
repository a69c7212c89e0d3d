package dev.flagledger.command.federation;

import dev.flagledger.access.federation.FederationRefused;
import dev.flagledger.access.federation.FederationRefused.Reason;
import dev.flagledger.access.federation.LinkEndings;
import dev.flagledger.access.federation.LinkedLogins;
import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.secret.Accounts.Account;
import dev.flagledger.api.user.LoginLinkCommand.UnlinkLogin;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.federation.browser.BrowserCodes;
import dev.flagledger.command.user.attempt.CurrentPassword;
import dev.flagledger.contract.error.InvalidInput;
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
    private static final String LAST =
            "There would be no way to log in to the account. Set a password or link another identity provider before.";

    private final BrowserCodes codes;
    private final LinkedLogins links;
    private final LinkEndings endings;
    private final FederatedLogins federated;
    private final CurrentPassword current;
    private final LinkMail mails;

    LinkController(
            BrowserCodes codes,
            LinkedLogins links,
            LinkEndings endings,
            FederatedLogins federated,
            CurrentPassword current,
            LinkMail mails) {
        this.codes = codes;
        this.links = links;
        this.endings = endings;
        this.federated = federated;
        this.current = current;
        this.mails = mails;
    }

    /** A stolen token is not enough to make another way in, which would outlive a change of the password. */
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void link(CommandContext context, Form form, HttpServletRequest request) {
        var user = context.access().account();
        var code = form.text("access_token", MAX_CODE);
        if (current.exists(context)) {
            current.require(context, form);
        }
        form.validate();
        var identity = codes.redeem(code, request).orElseThrow(() -> new FederationRefused(Reason.CODE));
        var account = new Account(user.id(), user.email());
        federated.link(context, account, identity, () -> mails.tell(account, identity.provider()));
    }

    @DeleteMapping("/{provider}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlink(CommandContext context, @PathVariable String provider) {
        int user = context.access().account().id();
        var linked = links.providersOf(user);
        AccessContext.found(Optional.of(provider).filter(linked::contains), "LinkedLogin");
        if (linked.size() == 1 && !current.exists(context)) {
            throw InvalidInput.detail(LAST);
        }
        context.send(new UnlinkLogin(user, provider), () -> endings.unlink(user, provider));
    }
}
