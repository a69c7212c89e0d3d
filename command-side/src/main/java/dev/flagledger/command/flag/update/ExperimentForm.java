package dev.flagledger.command.flag.update;

import static dev.flagledger.command.flag.form.StateFields.OPTION;
import static dev.flagledger.command.flag.form.StateFields.PERCENTAGE;
import static dev.flagledger.command.flag.form.StateFields.SHARES;

import dev.flagledger.command.flag.form.StateRequest;
import dev.flagledger.command.flag.form.StateRequest.Share;
import dev.flagledger.command.flag.segment.OverrideRules;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.error.text.project.FlagTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.NestedForms;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the requests of the experimental endpoints. */
final class ExperimentForm {

    private static final String SEGMENT = "segment";

    private ExperimentForm() {}

    /** A reference to a feature, by either name or id. */
    record FeatureReference(@Nullable String name, @Nullable Integer id) {

        /**
         * Returns the feature.
         *
         * @throws InvalidInput if the project has no such feature
         */
        Feature resolve(Project project) {
            return project.features().values().stream()
                    .filter(feature -> name == null
                            ? Objects.equals(feature.id(), id)
                            : feature.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> InvalidInput.list(FlagTexts.noFeature(this)));
        }

        @Override
        public String toString() {
            return name == null ? "'id': " + id : "'name': '" + name + "'";
        }
    }

    static FeatureReference feature(Form form) {
        return NestedForms.required(form, "feature")
                .map(ExperimentForm::reference)
                .orElse(new FeatureReference(null, null));
    }

    private static FeatureReference reference(Form feature) {
        var name = feature.has("name") ? feature.text("name", Integer.MAX_VALUE) : null;
        var id = feature.has("id") ? Integer.valueOf(feature.integer("id")) : null;
        if (name == null && id == null) {
            feature.reject(FieldTexts.NON_FIELD_ERRORS, FlagTexts.NAME_OR_ID_REQUIRED);
        }
        if (name != null && id != null) {
            feature.reject(FieldTexts.NON_FIELD_ERRORS, FlagTexts.NAME_AND_ID);
        }
        return new FeatureReference(name, id);
    }

    /** The requested state: these endpoints require both fields. */
    static StateRequest state(Form form) {
        if (!form.has("enabled")) {
            form.reject("enabled", FieldTexts.REQUIRED);
        }
        var value = NestedForms.required(form, "value")
                .map(sent -> TextValue.read(sent, problem -> sent.reject(FieldTexts.NON_FIELD_ERRORS, problem)));
        return new StateRequest(
                form.bool("enabled", false), value.orElse(null), shares(form).orElse(null));
    }

    /** The segment; empty for the default. */
    static Optional<Integer> segment(Form form, Project project) {
        return NestedForms.optional(form, SEGMENT).map(segment -> {
            int id = segment.integer("id");
            requireSegment(form, SEGMENT, id, project);
            return id;
        });
    }

    /** The requested segment overrides, for distinct segments. */
    static List<OverrideRequest> overrides(Form form, Project project) {
        var overrides = NestedForms.list(form, "segment_overrides").orElse(List.of()).stream()
                .map(override -> override(override, project))
                .toList();
        var segments = overrides.stream().map(OverrideRequest::segmentId).collect(Collectors.toSet());
        if (segments.size() < overrides.size()) {
            form.reject("segment_overrides", FlagTexts.DUPLICATE_SEGMENT_IDS);
        }
        return overrides;
    }

    private static OverrideRequest override(Form form, Project project) {
        int segment = form.integer("segment_id");
        requireSegment(form, "segment_id", segment, project);
        return new OverrideRequest(segment, OverrideRules.priority(form).orElse(null), state(form));
    }

    private static void requireSegment(Form form, String field, int id, Project project) {
        if (!project.segments().containsKey(id)) {
            form.reject(field, FlagTexts.noSegment(id));
        }
    }

    private static Optional<List<Share>> shares(Form form) {
        return NestedForms.list(form, SHARES).map(sent -> {
            var shares = sent.stream().map(ExperimentForm::share).toList();
            var options = shares.stream().map(Share::optionId).collect(Collectors.toSet());
            if (options.size() < shares.size()) {
                form.reject(FieldTexts.NON_FIELD_ERRORS, FlagTexts.DUPLICATE_OPTIONS);
            }
            return shares;
        });
    }

    private static Share share(Form share) {
        if (!share.has(PERCENTAGE)) {
            share.reject(PERCENTAGE, FieldTexts.REQUIRED);
        }
        return new Share(share.integer(OPTION), share.percentage(PERCENTAGE, 0));
    }

    /** Rejects options that the feature does not have, and percentages above 100 in total. */
    static void requireValidShares(StateRequest requested, Feature feature) {
        var shares = requested.shares() == null ? List.<Share>of() : requested.shares();
        var unknown = shares.stream()
                .map(Share::optionId)
                .filter(option -> !feature.options().containsKey(option))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw InvalidInput.fields(Map.of(FieldTexts.NON_FIELD_ERRORS, List.of(FlagTexts.foreignOptions(unknown))));
        }
        double total = shares.stream().mapToDouble(Share::percentage).sum();
        if (total > 100) {
            throw InvalidInput.list(FlagTexts.sharesExceedAll(total));
        }
    }
}
