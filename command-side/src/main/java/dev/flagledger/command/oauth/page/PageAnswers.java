package dev.flagledger.command.oauth.page;

import dev.flagledger.access.oauth.Consent;
import dev.flagledger.access.oauth.message.OAuthRefused;
import dev.flagledger.contract.error.Throttled;
import dev.flagledger.contract.error.text.access.LoginRuleTexts;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The pages as responses. */
final class PageAnswers {

    private PageAnswers() {}

    /** The question; 400 if the person has just entered something wrong. */
    static ResponseEntity<String> asked(Consent consent, Step.Unproven step) {
        var status = step.problem().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
        return PageShell.answer(
                status, ConsentPage.title(step), ConsentPage.asking(consent, step), URI.create(consent.redirectUri()));
    }

    /** What is wrong with a request, without a form. The browser is not sent on: nobody knows where to. */
    static ResponseEntity<String> refused(HttpStatus status, String problem) {
        return refused(status, ConsentPage.refusing(problem));
    }

    /** What is wrong with a request of an application. */
    static ResponseEntity<String> refused(OAuthRefused request) {
        var problem = request.description().isEmpty() ? request.code() : request.description();
        return refused(HttpStatus.BAD_REQUEST, ConsentPage.refusingRequest(problem));
    }

    private static ResponseEntity<String> refused(HttpStatus status, Html content) {
        return PageShell.answer(status, "This does not work", content, null);
    }

    static ResponseEntity<String> withoutPasswords() {
        return refused(
                HttpStatus.FORBIDDEN,
                LoginRuleTexts.PASSWORDS_PREVENTED + " Consent by the API, as the documentation of the server says.");
    }

    static ResponseEntity<String> throttled(Throttled limit) {
        var page = refused(
                HttpStatus.TOO_MANY_REQUESTS,
                "There were too many attempts. Go back, and try again in " + limit.seconds() + " s.");
        return ResponseEntity.status(page.getStatusCode())
                .headers(page.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(limit.seconds()))
                .body(page.getBody());
    }
}
