package dev.flagledger.command.organisation.login;

import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginPolicy;
import dev.flagledger.contract.error.text.access.LoginRuleTexts;
import dev.flagledger.contract.form.Fields;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.NestedForms;
import dev.flagledger.contract.form.value.Coercion;
import dev.flagledger.contract.form.value.InvalidValue;
import dev.flagledger.engine.state.organisation.login.LoginRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads the login policy of an organisation. Omitted fields keep their values. */
final class LoginPolicyForm {

    private static final String METHODS = "methods";
    private static final String DOMAINS = "domains";
    private static final int MAX_DOMAINS = 100;

    private static final List<String> NAMES =
            Stream.of(LoginMethod.values()).map(Enum::name).toList();

    private LoginPolicyForm() {}

    /** Reads a policy. It names domains that the organisation is proven to own, and those that it names now. */
    static LoginPolicy read(Form form, LoginRules rules) {
        var current = rules.policy();
        return new LoginPolicy(
                methods(form, METHODS, current.methods()),
                NestedForms.list(form, DOMAINS)
                        .map(domains -> domains(form, domains, rules))
                        .orElse(current.domains()),
                methods(form, "without_code", current.withoutCode()));
    }

    private static List<LoginPolicy.Domain> domains(Form form, List<Form> items, LoginRules rules) {
        if (items.size() > MAX_DOMAINS) {
            form.reject(DOMAINS, "Ensure this field has no more than " + MAX_DOMAINS + " elements.");
            return List.of();
        }
        var names = new HashSet<String>();
        var domains = new ArrayList<LoginPolicy.Domain>();
        for (var item : items) {
            var name = item.text("name", DomainName.MAX).toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !DomainName.isValid(name)) {
                item.reject("name", DomainName.INVALID);
            } else if (!names.add(name)) {
                item.reject("name", LoginRuleTexts.DOMAIN_LISTED);
            } else if (!name.isEmpty() && !rules.name(name) && !rules.domains().own(name)) {
                item.reject("name", LoginRuleTexts.DOMAIN_UNPROVEN);
            }
            domains.add(new LoginPolicy.Domain(name, methods(item, METHODS, List.of())));
        }
        return domains;
    }

    /** The methods in the order of their definition, each once. */
    private static List<LoginMethod> methods(Form form, String field, List<LoginMethod> fallback) {
        return Fields.items(form, field, form::reject)
                .map(items -> items.stream()
                        .flatMap(item -> method(form, field, item))
                        .distinct()
                        .sorted()
                        .toList())
                .orElse(fallback);
    }

    private static Stream<LoginMethod> method(Form form, String field, JsonNode item) {
        try {
            return Stream.of(LoginMethod.valueOf(Coercion.choice(item, NAMES)));
        } catch (InvalidValue e) {
            form.reject(field, e.problem());
            return Stream.of();
        }
    }
}
