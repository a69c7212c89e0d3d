package dev.flagledger.query.dashboard;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells search engines to index nothing, as Flagsmith does. */
@RestController
class RobotsController {

    private static final String RULES = "User-agent: *\nDisallow: /\n";

    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    String rules() {
        return RULES;
    }
}
