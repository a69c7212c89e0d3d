package dev.flagledger.command.environment;

import dev.flagledger.access.outbound.OutboundHosts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.value.UrlRules;
import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads webhooks, and rejects URLs that webhooks may not call. */
@Component
class WebhookForms {

    private static final String URL = "url";
    private static final int MAX_URL = 200;
    private static final int MAX_SECRET = 255;

    private final OutboundHosts hosts;

    WebhookForms(OutboundHosts hosts) {
        this.hosts = hosts;
    }

    /** The settings of a webhook. An empty secret means none. */
    record Wanted(String url, boolean enabled, String secret) {}

    static void requireUrl(Form form) {
        form.text(URL, MAX_URL);
    }

    Wanted create(Form form) {
        requireUrl(form);
        return change(form, new Wanted("", true, ""));
    }

    Wanted change(Form form, Wanted now) {
        var wanted = new Wanted(
                form.text(URL, MAX_URL, now.url()),
                form.bool("enabled", now.enabled()),
                form.textOrBlank("secret", MAX_SECRET, now.secret()));
        if (!wanted.url().isEmpty() && !wanted.url().equals(now.url())) {
            problems(wanted.url()).forEach(problem -> form.reject(URL, problem));
        }
        form.validate();
        return wanted;
    }

    private List<String> problems(String text) {
        var problems = UrlRules.problemsOf(text);
        return problems.isEmpty() && !hosts.allowsUrlHost(URI.create(text).getHost())
                ? List.of("URLs must not target internal or private network addresses.")
                : problems;
    }
}
