package dev.flagledger.engine;

import static dev.flagledger.engine.Shop.id;

import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyAdded;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.FeatureEvent.OptionAdded;
import dev.flagledger.api.event.FeatureEvent.OwnersChanged;
import dev.flagledger.api.event.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.event.FlagEvent.SegmentPlaced;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.MetadataEvent.FieldAttached;
import dev.flagledger.api.event.MetadataEvent.FieldChanged;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.event.SegmentEvent.SegmentChanged;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.event.VersionEvent.VersionDrafted;
import dev.flagledger.api.event.VersionEvent.VersionPublished;
import dev.flagledger.api.event.WebhookEvent.WebhookAdded;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.metadata.Attachment;
import dev.flagledger.api.metadata.ContentType;
import dev.flagledger.api.metadata.FieldDefinition;
import dev.flagledger.api.version.VersionChanges;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.engine.World.Place;
import java.util.List;
import java.util.Map;

/** Moves that delete objects, and late events about them. */
final class Endings {

    private static final Setting ON = new Setting(true, FeatureValue.of("too late"));

    private final History history;
    private final World world;

    Endings(History history, World world) {
        this.history = history;
        this.world = world;
    }

    void ofSegment(Place segment) {
        forget(segment);
        history.then(new SegmentDeleted(segment.id()));
    }

    void ofFeature(Place feature) {
        forget(feature, List.of());
        List.copyOf(world.segments).stream()
                .filter(segment -> Integer.valueOf(feature.id()).equals(world.ownFeatures.get(segment.id())))
                .forEach(this::forget);
        history.then(new FeatureDeleted(feature.id()));
    }

    void ofEnvironment(Place environment) {
        end(environment);
        history.then(new EnvironmentDeleted(environment.id()));
    }

    void ofProject(int project) {
        world.of(world.environments, project).toList().forEach(this::end);
        world.of(world.features, project).toList().forEach(feature -> forget(feature, List.of()));
        world.of(world.segments, project).toList().forEach(this::forget);
        world.endIn(project, world.tags);
        world.of(world.fields, project).toList().forEach(this::forgetField);
        world.projects.remove(Integer.valueOf(project));
        world.gone.add(project);
        late(
                new ProjectChanged(project, Shop.project(true)),
                new TagCreated(project, Wares.tag(never(), "late")),
                new SegmentCreated(never(), id(1), project, Shop.definition("late", null)));
        history.then(new ProjectDeleted(project));
    }

    private void forgetField(Place field) {
        late(
                new FieldChanged(field.id(), new FieldDefinition("late", FieldDefinition.Type.STR, null)),
                new FieldAttached(field.id(), new Attachment(never(), ContentType.FEATURE, List.of())));
        world.endIn(field.id(), world.attachments);
        world.end(field, world.fields);
    }

    private void forget(Place segment) {
        world.end(segment, world.segments);
        world.endIn(segment.id(), world.rules);
        world.endOverrides(world.segmentOverrides, target -> target.id() == segment.id());
        late(new SegmentChanged(segment.id(), Shop.definition("late", null)), new SegmentDeleted(segment.id()));
        var flags = world.flags.stream()
                .filter(flag -> world.projectOf(flag.environmentId()) == segment.parent())
                .toList();
        World.pick(flags, segment.id()).ifPresent(flag -> {
            late(overrideFor(segment.id(), flag));
            late(
                    new SegmentPlaced(flag.environmentId(), flag.featureId(), segment.id(), never(), id(1), 0),
                    new SegmentOverrideRemoved(flag.environmentId(), flag.featureId(), segment.id()));
        });
    }

    private void forget(Place feature, List<Integer> owners) {
        world.flags.stream().filter(flag -> flag.featureId() == feature.id()).forEach(this::speakOf);
        world.end(feature, world.features);
        world.goneFeatures.add(feature);
        world.endFlags(flag -> flag.featureId() == feature.id());
        world.endOverrides(world.segmentOverrides, target -> target.feature() == feature.id());
        world.endOverrides(world.identityOverrides, target -> target.feature() == feature.id());
        world.endIn(feature.id(), world.options);
        late(
                new FeatureChanged(feature.id(), Shop.details("late", true, true)),
                new OwnersChanged(feature.id(), owners),
                new OptionAdded(feature.id(), Wares.option(never(), "late", 1), Map.of()),
                new SegmentCreated(never(), id(1), feature.parent(), Shop.definition("late", feature.id())));
    }

    private void end(Place environment) {
        world.flags.stream()
                .filter(flag -> flag.environmentId() == environment.id())
                .forEach(this::speakOf);
        world.end(environment, world.environments);
        world.goneEnvironments.add(environment);
        world.endFlags(flag -> flag.environmentId() == environment.id());
        world.endOverrides(world.segmentOverrides, target -> target.environment() == environment.id());
        world.endOverrides(world.identityOverrides, target -> target.environment() == environment.id());
        world.endIn(environment.id(), world.identities);
        world.endIn(environment.id(), world.webhooks);
        world.endIn(environment.id(), world.serverKeys);
        late(
                new EnvironmentChanged(environment.id(), Shop.settings("late", "key-" + environment.id())),
                new WebhookAdded(
                        never(),
                        WebhookOwner.environment(environment.id()),
                        WebhookSettings.of("https://hooks.example.test/", true)),
                new ServerKeyAdded(environment.id(), Wares.serverKey(never(), "late")));
    }

    private void speakOf(InitialState flag) {
        var change = Shop.change(true, FeatureValue.of("too late"));
        late(
                new VersionDrafted(flag.environmentId(), flag.featureId(), id(never()), "late", VersionChanges.NONE),
                new VersionPublished(flag.environmentId(), flag.featureId(), id(never()), "late"),
                new FeatureStateUpdated(flag.environmentId(), flag.featureId(), flag.featureStateId(), change),
                new IdentityOverrideCreated(
                        flag.environmentId(), never(), "late", flag.featureId(), never(), id(1), ON));
        var segments = world.of(world.segments, world.projectOf(flag.environmentId()));
        World.pick(segments.toList(), flag.featureId()).ifPresent(segment -> late(overrideFor(segment.id(), flag)));
    }

    private LedgerEvent overrideFor(int segment, InitialState flag) {
        return new SegmentOverrideCreated(
                flag.environmentId(), flag.featureId(), segment, Shop.ids(never(), never()), 0, ON);
    }

    /** Draws an id that must never become visible. */
    private int never() {
        int id = world.next();
        world.gone.add(id);
        return id;
    }

    private void late(LedgerEvent... events) {
        world.late.addAll(List.of(events));
    }
}
