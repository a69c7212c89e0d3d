package dev.flagledger.command.oauth.page;

import dev.flagledger.access.address.DashboardLinks;
import dev.flagledger.access.address.OwnAddress;
import dev.flagledger.access.oauth.Consent;
import dev.flagledger.access.oauth.ConsentReader;
import dev.flagledger.access.oauth.message.OAuthRefused;
import dev.flagledger.api.Actor;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.oauth.Consents;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.Throttled;
import dev.flagledger.contract.error.text.access.AccessTexts;
import dev.flagledger.contract.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page on which a person decides whether an application may act for them. The request is the query of the address, also of the form,
 * which is checked each time.
 */
@RestController
@RequestMapping("/oauth/authorize")
class ConsentPageController {

    private final ConsentReader reader;
    private final Consents consents;
    private final PageLogins logins;
    private final OwnPages pages;
    private final DashboardLinks dashboard;
    private final OwnAddress address;

    ConsentPageController(
            ConsentReader reader,
            Consents consents,
            PageLogins logins,
            OwnPages pages,
            DashboardLinks dashboard,
            OwnAddress address) {
        this.reader = reader;
        this.consents = consents;
        this.logins = logins;
        this.pages = pages;
        this.dashboard = dashboard;
        this.address = address;
    }

    @GetMapping
    ResponseEntity<String> ask(HttpServletRequest request) {
        return answered(request, () -> PageAnswers.asked(reader.read(request.getQueryString()), new Step.Password("")));
    }

    /** Whoever refuses need not prove who they are. */
    @PostMapping
    ResponseEntity<String> decide(CommandContext context, Form form, HttpServletRequest request) {
        return answered(request, () -> {
            var consent = reader.read(request.getQueryString());
            if (!pages.sent(request)) {
                return PageAnswers.refused(HttpStatus.FORBIDDEN, "The form does not come from a page of this server.");
            }
            return form.raw("decision").asString("").equals("allow")
                    ? next(context, form, consent)
                    : sent(consent.refused());
        });
    }

    private ResponseEntity<String> next(CommandContext context, Form form, Consent consent) {
        return switch (logins.next(context, form)) {
            case Step.Proven(var account, var user) -> {
                var own = context.by(Actor.user(account.userId(), account.email()));
                yield sent(consents.grant(own, user, consent));
            }
            case Step.Unproven unproven -> PageAnswers.asked(consent, unproven);
        };
    }

    /** With 303, the browser does not send the password along. */
    private static ResponseEntity<String> sent(URI to) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(to).build();
    }

    /** A dashboard at another address has such a page itself. One at this address would have been asked instead. */
    private ResponseEntity<String> answered(HttpServletRequest request, Supplier<ResponseEntity<String>> work) {
        var own = address.of(request);
        if (!dashboard.or(own).equals(own)) {
            throw Refusal.detail(HttpStatus.NOT_FOUND, AccessTexts.NOT_FOUND);
        }
        try {
            return logins.possible() ? work.get() : PageAnswers.withoutPasswords();
        } catch (OAuthRefused e) {
            return PageAnswers.refused(e);
        } catch (Throttled e) {
            return PageAnswers.throttled(e);
        }
    }
}
