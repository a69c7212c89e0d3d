package dev.flagledger.query.sdk.identities;

import dev.flagledger.platform.http.InvalidInput;
import dev.flagledger.platform.http.Refusal;
import dev.flagledger.platform.http.TextRules;
import dev.flagledger.query.sdk.flags.Answers;
import dev.flagledger.query.sdk.flags.ApplicationServlet;
import dev.flagledger.query.sdk.flags.Doorkeeper;
import dev.flagledger.query.sdk.flags.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** {@code GET} and {@code POST /api/v1/identities/}: what the flags are for somebody. */
final class IdentitiesServlet extends ApplicationServlet {

    private static final Set<String> NOT = Set.of("", "0", "false", "no", "off");

    private final transient Meeting meeting;
    private final transient IdentityAnswer answers;
    private final transient Words words;

    IdentitiesServlet(Doorkeeper door, Meeting meeting, IdentityAnswer answers, Words words) {
        super(door);
        this.meeting = meeting;
        this.answers = answers;
        this.words = words;
    }

    static Refusal unknown() {
        return unknownFeature();
    }

    @Override
    protected String methods(HttpServletRequest request) {
        return "GET, POST, HEAD, OPTIONS";
    }

    @Override
    protected void answer(Visitor visitor, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getMethod().equals("POST")) {
            var said = words.read(request);
            whole(visitor, said, request, response);
        } else {
            var identifier = request.getParameter("identifier");
            if (identifier == null || identifier.isEmpty()) {
                send(response, Map.of("detail", "Missing identifier"));
            } else {
                asked(visitor, identifier, request, response);
            }
        }
    }

    private void asked(Visitor visitor, String identifier, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        TextRules.problemOf(identifier, Said.MAX_IDENTIFIER).ifPresent(problem -> {
            throw InvalidInput.fields(Map.of("identifier", List.of(problem)));
        });
        boolean passing = isTrue(request.getParameter("transient"));
        var feature = request.getParameter("feature");
        if (!passing && feature == null) {
            whole(visitor, new Said(identifier, false, List.of()), request, response);
            return;
        }
        // Whoever is asked for in passing is not even looked up.
        var met = passing ? Met.stranger(identifier, List.of()) : meeting.named(visitor, identifier, request, response);
        if (feature == null) {
            whole(visitor, met, response);
        } else {
            date(visitor, response);
            place(response);
            send(response, HttpStatus.OK, answers.flag(visitor, met, feature));
        }
    }

    private void whole(Visitor visitor, Said said, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        whole(visitor, meeting.of(visitor, said, request, response), response);
    }

    private void whole(Visitor visitor, Met met, HttpServletResponse response) throws IOException {
        date(visitor, response);
        place(response);
        var answer = answers.whole(visitor, met);
        Answers.begin(response, HttpStatus.OK, answer.length());
        answer.writeTo(response.getOutputStream());
    }

    private static boolean isTrue(@Nullable String word) {
        return word != null && !NOT.contains(word.toLowerCase(Locale.ROOT));
    }
}
