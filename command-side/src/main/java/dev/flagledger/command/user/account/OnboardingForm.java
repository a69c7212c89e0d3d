package dev.flagledger.command.user.account;

import dev.flagledger.api.user.Onboarding;
import dev.flagledger.api.user.Onboarding.Task;
import dev.flagledger.api.user.Onboarding.Tools;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.error.text.access.UserTexts;
import dev.flagledger.contract.form.Fields;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.NestedForms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads what a user has done of the dashboard's introduction. What is omitted stays as it is. */
final class OnboardingForm {

    private static final int MAX_NAME = 255;
    private static final int MAX_ITEMS = 100;

    private OnboardingForm() {}

    static Onboarding changed(Form form, Onboarding current, Instant now) {
        if (Stream.of("tasks", "tools", "hosting_preferences").noneMatch(form::has)) {
            throw InvalidInput.whole(UserTexts.ONBOARDING_EMPTY);
        }
        var tasks = NestedForms.list(form, "tasks")
                .map(items -> limited(form, "tasks", items).stream()
                        .map(item -> task(item, now))
                        .toList());
        var tools = NestedForms.optional(form, "tools").map(OnboardingForm::tools);
        var hosting = form.has("hosting_preferences") ? names(form, "hosting_preferences") : null;
        form.validate();
        return new Onboarding(
                tasks.orElse(current.tasks()),
                tools.orElse(current.tools()),
                Objects.requireNonNullElse(hosting, current.hostingPreferences()));
    }

    private static Task task(Form item, Instant now) {
        return new Task(
                item.text("name", MAX_NAME), Objects.requireNonNullElse(item.timeOrNull("completed_at", null), now));
    }

    private static Tools tools(Form tools) {
        return new Tools(tools.bool("completed", true), names(tools, "integrations"));
    }

    /** A list of texts; empty if it is absent. */
    private static List<String> names(Form form, String field) {
        var names = new ArrayList<String>();
        for (var item :
                limited(form, field, Fields.items(form, field, form::reject).orElse(List.of()))) {
            var name = item.asString("").strip();
            if (!item.isString() || name.isEmpty() || name.length() > MAX_NAME || name.indexOf('\0') >= 0) {
                form.reject(field, FieldTexts.NOT_A_STRING);
            } else {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    private static <T> List<T> limited(Form form, String field, List<T> items) {
        if (items.size() > MAX_ITEMS) {
            form.reject(field, FieldTexts.atMostElements(MAX_ITEMS));
            return List.of();
        }
        return items;
    }
}
