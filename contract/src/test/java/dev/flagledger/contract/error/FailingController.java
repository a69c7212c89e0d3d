package dev.flagledger.contract.error;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Throws each kind of exception. */
@RestController
@RequestMapping("/api/v1/traits/fail")
class FailingController {

    private static final Map<String, RuntimeException> FAILURES = Map.of(
            "crash",
            new IllegalStateException("words that are nobody's business"),
            "status",
            new ResponseStatusException(HttpStatus.CONFLICT, "words that are nobody's business"),
            "list",
            InvalidInput.list("Invalid organisation ID"),
            "field",
            InvalidInput.fields(Map.of("project", List.of("Not now."))),
            "missing",
            new Rejected(new Rejection.Missing("Invite")),
            "forbidden",
            new Rejected(new Rejection.Forbidden()),
            "overridden",
            new Rejected(new Rejection.Overridden()),
            "invalid",
            new Rejected(new Rejection.Invalid(Rule.OPTION_KEY)));

    /** Fails after a part of the response has been sent. */
    @GetMapping("/midway")
    void failMidway(HttpServletResponse response) throws IOException {
        response.getWriter().write("the first half");
        response.flushBuffer();
        throw new IllegalStateException("words that are nobody's business");
    }

    @GetMapping("/{how}")
    String fail(@PathVariable String how) {
        throw FAILURES.get(how);
    }

    @GetMapping("/database/{state}")
    String failWithState(@PathVariable String state) throws SQLException {
        throw new SQLException("said by the database", state);
    }

    @GetMapping("/taken/{what}")
    CompletableFuture<String> taken(@PathVariable Claim.Kind what) {
        return CompletableFuture.failedFuture(new Rejected(new Rejection.Taken(what)));
    }
}
