package dev.flagledger.command.oauth.page;

import dev.flagledger.access.oauth.Consent;

/** What a person is shown who decides whether an application may act for them. */
final class ConsentPage {

    private static final String ASKED = """
        <h1>Let <bdi>%s</bdi> act for you in Flagledger?</h1>
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

    private static final String PROBLEM = "<p class=\"problem\" role=\"alert\" id=\"problem\">%s</p>\n";

    private static final String PASSWORD = """
        <h2>Log in to Flagledger</h2>
        %s<form method="post">
        <label>E-mail address, or name in the directory
        <input name="email" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="254" required%s></label>
        <label>Password
        <input name="password" type="password" autocomplete="current-password" required%s></label>
        <button name="decision" value="allow">Log in and allow</button>
        </form>
        """;

    private static final String CODE = """
        <h2>Second factor</h2>
        %s<form method="post">
        <input type="hidden" name="ephemeral_token" value="%s">
        <label>Code of your second factor, or a backup code
        <input name="code" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" maxlength="50" required%s></label>
        <button name="decision" value="allow">Allow</button>
        </form>
        """;

    /** Of a field. Screen readers then say what is wrong with it. */
    private static final Html WRONG = new Html(" aria-invalid=\"true\" aria-describedby=\"problem\"");

    /** Of the field to go on with: a page that follows a form would else begin with the question again. */
    private static final Html FOCUS = new Html(" autofocus");

    private static final Html REFUSAL = new Html("""
        <form method="post">
        <button name="decision" value="refuse">Do not allow</button>
        </form>
        """);

    private ConsentPage() {}

    /** Returns the title, which has nothing of what the client says. Screen readers begin with it. */
    static String title(Step.Unproven step) {
        var question = switch (step) {
            case Step.Password _ -> "Let an application act for you?";
            case Step.Code _ -> "Enter a code of your second factor";
        };
        return step.problem().isEmpty() ? question : "Error: " + question;
    }

    /** Returns the question, with the form for what the person has to enter next. */
    static Html asking(Consent consent, Step.Unproven step) {
        boolean wrong = !step.problem().isEmpty();
        var problem = wrong ? Html.of(PROBLEM, step.problem()) : Html.NOTHING;
        var state = wrong ? WRONG : Html.NOTHING;
        var form = switch (step) {
            case Step.Password _ -> Html.of(PASSWORD, problem, wrong ? state.then(FOCUS) : state, state);
            case Step.Code code -> Html.of(CODE, problem, code.token(), state.then(FOCUS));
        };
        return question(consent).then(form).then(REFUSAL);
    }

    /** Returns what is wrong with a request. */
    static Html refusing(String problem) {
        return Html.of("<h1>This does not work</h1>\n<p>%s</p>\n", problem);
    }

    /** Returns what is wrong with what the application has asked, for which the person can do nothing. */
    static Html refusingRequest(String problem) {
        return refusing(
                        "The application has sent you here in a way that this server does not accept. Start again from the"
                                + " application. If that does not help, tell whoever makes it:")
                .then(Html.of("<p><code>%s</code></p>\n", problem));
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
}
