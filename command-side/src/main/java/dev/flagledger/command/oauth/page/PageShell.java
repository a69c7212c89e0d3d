package dev.flagledger.command.oauth.page;

import dev.flagledger.ledger.secret.Digest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What all pages have: a style, and a policy that lets browsers do nothing but show it and send its forms back. */
final class PageShell {

    private static final String STYLE = """
        body { margin: 2rem auto; max-width: 32rem; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif }
        h1 { font-size: 1.4rem; overflow-wrap: anywhere }
        h2 { font-size: 1.1rem; margin-top: 2rem }
        code { overflow-wrap: anywhere }
        label, input, button { display: block; width: 100%; box-sizing: border-box; font: inherit }
        label, button { margin-top: 1rem }
        input, button { padding: .5rem }
        .problem { border-left: .3rem solid #b00; padding-left: .7rem }
        """;

    private static final String TEMPLATE = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s - Flagledger</title>
        <style>%s</style>
        </head>
        <body>
        <main>
        %s</main>
        </body>
        </html>
        """;

    private static final String POLICY = "default-src 'none'; style-src 'sha256-"
            + Base64.getEncoder().encodeToString(Digest.sha256(STYLE)) + "'; form-action %s; base-uri 'none';"
            + " frame-ancestors 'none'";

    /** What a policy can name. An IPv6 address is not. */
    private static final Pattern NAMEABLE_HOST = Pattern.compile("[A-Za-z0-9.-]+");

    private PageShell() {}

    /**
     * Returns a page as a response.
     *
     * @param title what the page is for; the name of the server is added
     * @param leadsTo where the browser is sent after its form; null if it has none
     */
    static ResponseEntity<String> answer(HttpStatus status, String title, Html content, @Nullable URI leadsTo) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", POLICY.formatted(leadsTo == null ? "'none'" : sources(leadsTo)))
                .body(Html.of(TEMPLATE, title, new Html(STYLE), content).markup());
    }

    /** Browsers apply the policy to the redirect that follows a form, too. */
    private static String sources(URI leadsTo) {
        var host = leadsTo.getHost();
        var scheme = leadsTo.getScheme() + ":";
        if (host == null || !NAMEABLE_HOST.matcher(host).matches()) {
            return "'self' " + scheme;
        }
        return "'self' " + scheme + "//" + host + (leadsTo.getPort() < 0 ? "" : ":" + leadsTo.getPort());
    }
}
