package dev.flagledger.engine.retention;

import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.FeatureEvent.FeatureCreated;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.FeatureEvent.OwnersChanged;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.MetadataEvent.FieldChanged;
import dev.flagledger.api.event.MetadataEvent.FieldCreated;
import dev.flagledger.api.event.MetadataEvent.FieldDeleted;
import dev.flagledger.api.event.OrganisationEvent.OrganisationChanged;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.event.SegmentEvent.SegmentChanged;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.event.WebhookEvent.WebhookAdded;
import dev.flagledger.api.event.WebhookEvent.WebhookChanged;
import dev.flagledger.api.event.WebhookEvent.WebhookRemoved;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds events that begin objects and have to stay, but with other values: those that were stated last, or none if the object has
 * ended.
 */
final class Beginnings {

    private final Map<String, Begun> begun = new HashMap<>();
    private final Map<Integer, LedgerEvent> changed = new HashMap<>();

    /** @param project the project that the object is in, or is */
    private record Begun(int position, @Nullable Integer project, LedgerEvent event) {}

    /** Adds the next event. */
    void add(int position, @Nullable Integer project, LedgerEvent event) {
        switch (event) {
            case OrganisationCreated e ->
                begun.put("organisation:" + e.organisationId(), new Begun(position, project, e));
            case WebhookAdded e -> begun.put("webhook:" + e.webhookId(), new Begun(position, project, e));
            case ProjectCreated e -> begun.put("project:" + e.projectId(), new Begun(position, project, e));
            case SegmentCreated e -> begun.put("segment:" + e.segmentId(), new Begun(position, project, e));
            case FeatureCreated e -> begun.put("feature:" + e.featureId(), new Begun(position, project, e));
            case EnvironmentCreated e -> begun.put("environment:" + e.environmentId(), new Begun(position, project, e));
            case EnvironmentCloned e -> begun.put("environment:" + e.environmentId(), new Begun(position, project, e));
            case FieldCreated e -> begun.put("field:" + e.fieldId(), new Begun(position, project, e));
            case OrganisationChanged e -> change("organisation:" + e.organisationId(), e);
            case ProjectChanged e -> change("project:" + e.projectId(), e);
            case WebhookChanged e -> change("webhook:" + e.webhookId(), e);
            case SegmentChanged e -> change("segment:" + e.segmentId(), e);
            case FeatureChanged e -> change("feature:" + e.featureId(), e);
            case OwnersChanged e -> change("feature:" + e.featureId(), e);
            case EnvironmentChanged e -> change("environment:" + e.environmentId(), e);
            case FieldChanged e -> change("field:" + e.fieldId(), e);
            case WebhookRemoved e -> end("webhook:" + e.webhookId());
            case SegmentDeleted e -> end("segment:" + e.segmentId());
            case FeatureDeleted e -> end("feature:" + e.featureId());
            case EnvironmentDeleted e -> end("environment:" + e.environmentId());
            case FieldDeleted e -> end("field:" + e.fieldId());
            case ProjectDeleted e -> endAllOf(e.projectId());
            default -> {}
        }
    }

    /** Leaves out events of which nothing has to stay. */
    void leaveOut(BitSet needless) {
        changed.keySet().removeIf(needless::get);
    }

    /** The events to replace by others, by position. */
    Map<Integer, LedgerEvent> changed() {
        return changed;
    }

    private void change(String object, LedgerEvent changed) {
        replace(object, beginning -> Begin.with(beginning, changed));
    }

    private void end(String object) {
        replace(object, Begin::blank);
        begun.remove(object);
    }

    private void endAllOf(int project) {
        begun.entrySet().stream()
                .filter(object -> Objects.equals(object.getValue().project(), project))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::end);
    }

    private void replace(String object, UnaryOperator<LedgerEvent> change) {
        var known = begun.get(object);
        if (known == null) {
            return;
        }
        var now = change.apply(changed.getOrDefault(known.position(), known.event()));
        if (now.equals(known.event())) {
            changed.remove(known.position());
        } else {
            changed.put(known.position(), now);
        }
    }
}
