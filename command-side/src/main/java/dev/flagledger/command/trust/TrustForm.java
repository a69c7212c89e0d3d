package dev.flagledger.command.trust;

import dev.flagledger.access.issuer.IssuerRules;
import dev.flagledger.api.trust.ClaimRule;
import dev.flagledger.api.trust.TrustDetails;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.form.Fields;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.NestedForms;
import java.util.List;

/** Reads whom an organisation trusts. Omitted fields keep their values. */
final class TrustForm {

    private static final int MAX_NAME = 100;
    private static final int MAX_ISSUER = 500;
    private static final int MAX_AUDIENCE = 500;
    private static final int MAX_CLAIM = 255;
    private static final int MAX_VALUE = 500;
    private static final int MAX_RULES = 100;

    private TrustForm() {}

    /** What a new relationship must say. */
    static void requireAll(Form form) {
        form.text("name", MAX_NAME);
        form.text("issuer", MAX_ISSUER);
        form.text("audience", MAX_AUDIENCE);
        if (!form.has("is_admin")) {
            form.reject("is_admin", FieldTexts.REQUIRED);
        }
    }

    static TrustDetails read(Form form, TrustDetails current) {
        var details = new TrustDetails(
                form.text("name", MAX_NAME, current.name()),
                form.text("issuer", MAX_ISSUER, current.issuer()),
                form.text("audience", MAX_AUDIENCE, current.audience()),
                NestedForms.list(form, "claim_rules")
                        .map(rules -> rules.stream().map(TrustForm::rule).toList())
                        .orElse(current.claimRules()));
        if (!details.issuer().isEmpty()) {
            IssuerRules.problemOf(details.issuer()).ifPresent(problem -> form.reject("issuer", problem));
        }
        if (details.claimRules().size() > MAX_RULES) {
            form.reject("claim_rules", FieldTexts.atMostElements(MAX_RULES));
        }
        return details;
    }

    private static ClaimRule rule(Form rule) {
        var values = Fields.texts(rule, "values", MAX_VALUE);
        if (rule.has("values") && values.isEmpty()) {
            rule.reject("values", FieldTexts.atLeastElements(1));
        }
        if (values.size() > MAX_RULES) {
            rule.reject("values", FieldTexts.atMostElements(MAX_RULES));
        }
        return new ClaimRule(rule.text("claim", MAX_CLAIM), List.copyOf(values));
    }
}
