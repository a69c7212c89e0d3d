package dev.flagledger.command.federation.browser;

import java.net.URI;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;

/** Answers that send a browser elsewhere. */
final class Redirects {

    private static final String PAGE = "/oidc";

    private Redirects() {}

    static ResponseEntity<Void> to(URI address, ResponseCookie... cookies) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(address)
                .header(
                        HttpHeaders.SET_COOKIE,
                        Stream.of(cookies).map(ResponseCookie::toString).toArray(String[]::new))
                .build();
    }

    /** The dashboard's page that ends logins. */
    static URI page(String frontend, String parameter, String value) {
        return UriComponentsBuilder.fromUriString(frontend)
                .path(PAGE)
                .queryParam(parameter, value)
                .build()
                .toUri();
    }
}
