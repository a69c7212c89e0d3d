package dev.flagledger.command.oauth.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.web.util.HtmlUtils;

/**
 * A piece of HTML. Texts become part of one only escaped, so that nothing that a client or a person says is markup.
 *
 * @param markup the HTML, ready to be sent
 */
record Html(String markup) {

    /** No markup. */
    static final Html NOTHING = new Html("");

    /**
     * Fills a template.
     *
     * @param template a constant with {@code %s} for each part, in element contents or in attributes in double quotes
     * @param parts pieces of HTML, which are inserted as they are, and texts, which are escaped
     */
    static Html of(String template, Object... parts) {
        return new Html(
                template.formatted(Arrays.stream(parts).map(Html::escaped).toArray()));
    }

    private static String escaped(Object part) {
        return part instanceof Html html
                ? html.markup()
                : HtmlUtils.htmlEscape(part.toString(), StandardCharsets.UTF_8.name());
    }

    /** Returns this and another piece after it. */
    Html then(Html next) {
        return new Html(markup + next.markup);
    }
}
