package dev.flagledger.command.revert.existence;

import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.event.ProjectEvent;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.event.ProjectEvent.TagDeleted;
import dev.flagledger.api.feature.FeatureCommand.ChangeFeature;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.OptionChanges;
import dev.flagledger.api.project.ProjectCommand.CreateTag;
import dev.flagledger.api.project.ProjectCommand.DeleteTag;
import dev.flagledger.api.project.Tag;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.installation.id.Ids;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Undoes the creation or the deletion of a tag. */
record TagExistence(Project before, Project now, ToIntFunction<Ids.Kind> drawn) {

    private static final String TYPE = "TAG";

    /** Returns the plan; empty for other events, and if the tag cannot be deleted or created again. */
    Optional<ExistencePlan> without(ProjectEvent event) {
        return switch (event) {
            case TagCreated e ->
                Optional.ofNullable(now.tags().get(e.tag().id())).map(tag -> deletion(tag, e.tag()));
            case TagDeleted e ->
                Optional.ofNullable(before.tags().get(e.tagId()))
                        .filter(former -> Retained.isGone(former.uuid(), uuids()))
                        .map(this::restored);
            default -> Optional.empty();
        };
    }

    private ExistencePlan deletion(Tag current, Tag initial) {
        return ExistencePlan.deletion(
                now,
                ShownObjects.deleted(TYPE, current.id(), current.label()),
                new LinkedHashSet<>(),
                !current.equals(initial) || having(now, current.id()).findAny().isPresent(),
                new DeleteTag(now.id(), current.id()));
    }

    private Stream<UUID> uuids() {
        return now.tags().values().stream().map(Tag::uuid);
    }

    private ExistencePlan restored(Tag former) {
        int id = drawn.applyAsInt(Ids.Kind.TAG);
        var tag = new Tag(id, former.uuid(), former.label(), former.colour(), former.description(), former.permanent());
        var tagged = having(before, former.id())
                .flatMap(feature -> Stream.ofNullable(now.features().get(feature.id())))
                .map(feature -> tagged(feature, id));
        return ExistencePlan.creation(
                now,
                ShownObjects.created(TYPE, former.id(), former.label()),
                id,
                Stream.concat(Stream.of(new CreateTag(now.id(), tag)), tagged).toList(),
                List.of());
    }

    private LedgerCommand tagged(Feature feature, int tag) {
        var details = feature.details();
        var wanted = new FeatureDetails(
                details.description(),
                details.archived(),
                details.serverKeyOnly(),
                Stream.concat(details.tags().stream(), Stream.of(tag)).toList(),
                details.metadata());
        return new ChangeFeature(feature.id(), now.id(), new Edit<>(details, wanted), null, OptionChanges.NONE);
    }

    private static Stream<Feature> having(Project project, int tag) {
        return project.features().values().stream()
                .filter(feature -> feature.details().tags().contains(tag));
    }
}
