package dev.flagledger.command.health;

import dev.flagledger.api.health.HealthReason;
import dev.flagledger.api.health.HealthReason.TextBlock;
import dev.flagledger.api.health.HealthReason.UrlBlock;
import dev.flagledger.api.health.HealthReport.Status;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.NestedForms;
import dev.flagledger.contract.form.value.UrlRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the alerts of Grafana's webhook whose labels name a feature. The body is Grafana's, so what cannot be used is
 * ignored rather than rejected.
 */
final class GrafanaReport {

    /** The URLs of an alert and their titles. */
    private static final List<Link> LINKS = List.of(
            new Link("generatorURL", "Alert"),
            new Link("dashboardURL", "Dashboard"),
            new Link("panelURL", "Panel"),
            new Link("silenceURL", "Silence"));

    private record Link(String field, String title) {}

    private GrafanaReport() {}

    static List<ReportedHealth> read(Form form) {
        if (!form.has("alerts")) {
            form.reject("alerts", FieldTexts.REQUIRED);
        }
        var alerts = NestedForms.list(form, "alerts").orElse(List.of());
        var reported =
                alerts.stream().flatMap(alert -> reported(alert).stream()).toList();
        form.validate();
        return reported;
    }

    private static Optional<ReportedHealth> reported(Form alert) {
        var labels = NestedForms.optional(alert, "labels");
        var feature = labels.flatMap(known -> text(known, "flagsmith_feature"));
        var environment = labels.flatMap(known -> text(known, "flagsmith_environment"));
        var status = text(alert, "status").filter("resolved"::equals).isPresent() ? Status.HEALTHY : Status.UNHEALTHY;
        var source = text(alert, "fingerprint").map(print -> cut(print, WebhookReport.MAX_TITLE));
        return feature.map(name ->
                new ReportedHealth(name, environment.orElse(null), source.orElse(null), status, reason(alert, labels)));
    }

    private static HealthReason reason(Form alert, Optional<Form> labels) {
        var title = labels.flatMap(known -> text(known, "alertname"))
                .map(name -> cut(name, WebhookReport.MAX_TITLE))
                .orElse(null);
        var texts = NestedForms.optional(alert, "annotations").stream()
                .flatMap(known -> Stream.of("summary", "description").flatMap(name -> text(known, name).stream()))
                .map(text -> new TextBlock(title, cut(text, WebhookReport.MAX_TEXT)))
                .toList();
        var urls = LINKS.stream()
                .flatMap(link -> text(alert, link.field())
                        .filter(url -> url.length() <= WebhookReport.MAX_TEXT)
                        .filter(url -> UrlRules.problemOf(url).isEmpty())
                        .map(url -> new UrlBlock(link.title(), url))
                        .stream())
                .toList();
        return new HealthReason(texts, urls);
    }

    private static Optional<String> text(Form form, String field) {
        return form.raw(field).isString()
                ? Optional.ofNullable(form.textOrNull(field, Integer.MAX_VALUE, null))
                        .filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
