package dev.flagledger.command.feature;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.flagledger.api.Actor;
import dev.flagledger.api.feature.FeatureCommand.CreateFeature;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.engine.state.Project;
import dev.flagledger.platform.http.Form;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a feature is to be from a request. */
final class FeatureForm {

    private static final int MAX_NAME = 2_000;
    private static final int MAX_VALUE = 20_000;
    private static final String NAME = "name";
    private static final String TYPE = "type";

    private FeatureForm() {}

    /** A feature as it is wanted. */
    record Wanted(
            String name,
            @Nullable String initialValue,
            boolean defaultEnabled,
            FeatureDetails details,
            List<Integer> owners) {
        CreateFeature command(int id, int projectId) {
            return new CreateFeature(
                    id,
                    UUID.randomUUID(),
                    projectId,
                    name,
                    FeatureType.STANDARD,
                    initialValue,
                    defaultEnabled,
                    details,
                    owners,
                    List.of());
        }
    }

    static Wanted create(Form form, Project project, Actor creator) {
        var name = form.text(NAME, MAX_NAME);
        var regex = project.settings().featureNameRegex();
        if (regex != null && !regex.isEmpty() && !matches(regex, name)) {
            form.reject(NAME, "Feature name must match regex: ^" + regex + "$");
        }
        checkType(form);
        return new Wanted(
                name,
                initialValue(form),
                form.bool("default_enabled", false),
                details(form, FeatureDetails.NONE),
                creator.kind() == Actor.Kind.USER && creator.id() != null ? List.of(creator.id()) : List.of());
    }

    static FeatureDetails details(Form form, FeatureDetails now) {
        return new FeatureDetails(
                form.textOrNull("description", Integer.MAX_VALUE, now.description()),
                form.bool("is_archived", now.archived()),
                form.bool("is_server_key_only", now.serverKeyOnly()),
                now.tags(),
                now.metadata());
    }

    /** Flagsmith takes {@code true} for the text {@code True}, and {@code false} for no text at all. */
    private static @Nullable String initialValue(Form form) {
        var raw = form.raw("initial_value");
        return raw.isBoolean() && raw.asBoolean() ? "True" : form.textOrNull("initial_value", MAX_VALUE, null);
    }

    private static void checkType(Form form) {
        var type = form.raw(TYPE);
        var choice = type.asString(type.toString());
        if (form.has(TYPE) && !type.isNull() && !List.of("", "STANDARD").contains(choice)) {
            form.reject(TYPE, "\"" + choice + "\" is not a valid choice.");
        }
    }

    /** A pattern that cannot be matched in linear time matches nothing: no pattern may keep the server busy. */
    private static boolean matches(String regex, String name) {
        try {
            return Pattern.compile("^" + regex + "$").matcher(name).find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
