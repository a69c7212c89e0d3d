package dev.flagledger.command.saml;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.saml.LoginVerifier;
import dev.flagledger.access.saml.SamlDirectory;
import dev.flagledger.access.saml.SamlDirectory.Owned;
import dev.flagledger.access.saml.ServiceProviders;
import dev.flagledger.access.saml.assertion.SamlUser;
import dev.flagledger.access.saml.metadata.ServiceProvider;
import dev.flagledger.access.saml.rejection.SamlRejectedException;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.federation.browser.BrowserCodes;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.access.SamlTexts;
import dev.flagledger.contract.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Endpoint for the responses of identity providers, which browsers bring. */
@RestController
class SamlResponseController {

    private static final Logger LOG = LoggerFactory.getLogger(SamlResponseController.class);

    private final ServiceProviders providers;
    private final LoginVerifier verifier;
    private final BrowserCodes codes;

    SamlResponseController(ServiceProviders providers, LoginVerifier verifier, BrowserCodes codes) {
        this.providers = providers;
        this.verifier = verifier;
        this.codes = codes;
    }

    /** Sends the browser to the dashboard, with a code that its script logs in with. */
    @PostMapping("/api/v1/auth/saml/{name}/response")
    ResponseEntity<Void> accept(
            CommandContext context,
            @PathVariable String name,
            @CookieValue(name = SamlCookie.NAME, required = false) @Nullable String begun,
            Form form,
            HttpServletRequest request) {
        var owned = found(SamlDirectory.named(context.installation(), name), "SamlConfiguration");
        var side = providers.of(owned.configuration(), request);
        var user = user(owned, side, form.raw("SAMLResponse").asString(""), id -> id.equals(begun));
        var frontend = owned.configuration().frontendUrl();
        var issued = codes.issue(
                SamlLinks.identity(owned.configuration().id(), user), URI.create(frontend), side.consumer());
        var cookies = Stream.concat(Stream.of(SamlCookie.gone(side.consumer())), issued.cookie().stream());
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(dashboard(frontend, issued.code()))
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookies.map(ResponseCookie::toString).toArray(String[]::new))
                .build();
    }

    private SamlUser user(Owned owned, ServiceProvider side, String response, Predicate<String> begun) {
        var configuration = owned.configuration();
        try {
            var parties = SamlSides.parties(configuration, side, begun);
            return SamlSides.user(owned, verifier.verify(response, parties));
        } catch (SamlRejectedException e) {
            LOG.info(
                    "A response to the SAML configuration {} is not accepted: {}",
                    configuration.name(),
                    e.getMessage());
            LOG.debug("The cause", e);
            throw Refusal.detail(
                    HttpStatus.FORBIDDEN, SamlTexts.rejected(e.reason().text()));
        }
    }

    private static URI dashboard(String frontend, String code) {
        return UriComponentsBuilder.fromUriString(frontend.replaceFirst("/+$", ""))
                .path("/saml")
                .queryParam("code", code)
                .build()
                .toUri();
    }
}
