package dev.flagledger.command.health;

import dev.flagledger.api.health.HealthReason;
import dev.flagledger.api.health.HealthReason.TextBlock;
import dev.flagledger.api.health.HealthReason.UrlBlock;
import dev.flagledger.api.health.HealthReport.Status;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.form.Fields;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.NestedForms;
import dev.flagledger.contract.form.value.UrlRules;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the report of a plain webhook, which is about one feature. */
final class WebhookReport {

    static final int MAX_TITLE = 200;
    static final int MAX_TEXT = 2000;
    static final int MAX_BLOCKS = 20;

    private static final int MAX_NAME = 2000;
    private static final String URL = "url";
    private static final List<String> STATUSES = List.of("healthy", "unhealthy");

    private WebhookReport() {}

    static List<ReportedHealth> read(Form form) {
        var feature = form.text("feature", MAX_NAME);
        var environment = Fields.textOrNull(form, "environment", MAX_NAME);
        var status = Fields.choice(form, "status", STATUSES);
        var reason = form.raw("reason").isNull()
                ? null
                : NestedForms.optional(form, "reason")
                        .map(WebhookReport::reason)
                        .orElse(null);
        form.validate();
        return List.of(new ReportedHealth(
                feature, environment, null, Status.valueOf(status.toUpperCase(Locale.ROOT)), reason));
    }

    private static HealthReason reason(Form form) {
        return new HealthReason(
                blocks(form, "text_blocks").stream()
                        .map(block -> new TextBlock(title(block), block.text("text", MAX_TEXT)))
                        .toList(),
                blocks(form, "url_blocks").stream()
                        .map(block -> new UrlBlock(title(block), url(block)))
                        .toList());
    }

    private static List<Form> blocks(Form form, String field) {
        var blocks = NestedForms.list(form, field).orElse(List.of());
        if (blocks.size() > MAX_BLOCKS) {
            form.reject(field, FieldTexts.atMostElements(MAX_BLOCKS));
        }
        return blocks;
    }

    private static @Nullable String title(Form block) {
        return block.textOrNull("title", MAX_TITLE, null);
    }

    private static String url(Form block) {
        var url = block.text(URL, MAX_TEXT);
        if (!url.isEmpty()) {
            UrlRules.problemOf(url).ifPresent(problem -> block.reject(URL, problem));
        }
        return url;
    }
}
