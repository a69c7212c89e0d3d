package dev.flagledger.command.oauth.page;

import dev.flagledger.access.oauth.Consent;

/** What a person is shown who decides whether an application may act for them. */
final class ConsentPage {

    private static final String ASKED = """
        <h1>Let <bdi>%s</bdi> act for you?</h1>
        %s<p>%s:</p>
        <ul>
        %s</ul>
        <p>Whatever you decide, your browser goes to <code>%s</code> then.</p>
        """;

    private static final Html UNKNOWN = new Html("""
        <p class="problem">This application has given itself its name. Nobody has checked whose it is. Allow this only if you have just
        started it yourself.</p>
        """);

    private static final String GRANT = "<li>%s</li>\n";

    private static final String PROBLEM = "<p class=\"problem\" role=\"alert\">%s</p>\n";

    private static final Html PASSWORD = new Html("""
        <form method="post">
        <label>E-mail address, or name in the directory
        <input name="email" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="254" required></label>
        <label>Password
        <input name="password" type="password" autocomplete="current-password" required></label>
        <button name="decision" value="allow">Log in and allow</button>
        </form>
        """);

    private static final String CODE = """
        <form method="post">
        <input type="hidden" name="ephemeral_token" value="%s">
        <label>Code of your second factor, or a backup code
        <input name="code" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" maxlength="50" required></label>
        <button name="decision" value="allow">Allow</button>
        </form>
        """;

    private static final Html REFUSAL = new Html("""
        <form method="post">
        <button name="decision" value="refuse">Do not allow</button>
        </form>
        """);

    private ConsentPage() {}

    /** Returns the title, which has nothing of what the client says. */
    static String title() {
        return "Let an application act for you?";
    }

    /** Returns the question, with the form for what the person has to enter next. */
    static Html asking(Consent consent, Step.Unproven step) {
        var form = switch (step) {
            case Step.Password _ -> PASSWORD;
            case Step.Code code -> Html.of(CODE, code.token());
        };
        return question(consent).then(problem(step.problem())).then(form).then(REFUSAL);
    }

    /** Returns what is wrong with a request. */
    static Html refusing(String problem) {
        return Html.of("<h1>This does not work</h1>\n<p>%s</p>\n", problem);
    }

    private static Html question(Consent consent) {
        var client = consent.client();
        var grants = client.scope().grants().stream()
                .map(grant -> Html.of(GRANT, grant))
                .reduce(Html.NOTHING, Html::then);
        return Html.of(
                ASKED,
                client.name(),
                client.verified() ? Html.NOTHING : UNKNOWN,
                client.scope().label(),
                grants,
                consent.redirectUri());
    }

    private static Html problem(String problem) {
        return problem.isEmpty() ? Html.NOTHING : Html.of(PROBLEM, problem);
    }
}
