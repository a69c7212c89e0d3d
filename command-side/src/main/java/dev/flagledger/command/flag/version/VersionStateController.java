package dev.flagledger.command.flag.version;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessibleFlag;
import dev.flagledger.api.Rejection.Unfit.Cause;
import dev.flagledger.api.flag.OverrideChanges;
import dev.flagledger.api.version.VersionChanges;
import dev.flagledger.api.version.VersionCommand.EditDraft;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.project.VersionTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.flag.SegmentOverrideView;
import dev.flagledger.engine.state.flag.FlagState;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that change the states of drafts. A state keeps its id across versions. */
@RestController
@RequestMapping("/api/v1/environments/{environmentId}/features/{featureId}/versions/{uuid}/featurestates")
class VersionStateController {

    private final VersionForm versions;

    VersionStateController(VersionForm versions) {
        this.versions = versions;
    }

    /** The draft that a request is about, and the caller. */
    private record Address(CommandContext context, int environmentId, int featureId, UUID uuid) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SegmentOverrideView post(
            CommandContext context,
            @PathVariable int environmentId,
            @PathVariable int featureId,
            @PathVariable UUID uuid,
            Form form) {
        var draft = new Address(context, environmentId, featureId, uuid);
        var access = open(draft);
        var changes = versions.creation(form, access, access.project().inVersion(access.flag(), access.version(uuid)));
        send(draft, access, changes);
        int segment = changes.overrides().changed().getFirst().segmentId();
        return view(VersionAccess.open(context, environmentId, featureId), uuid, state -> {
            var place = state.segment();
            return place != null && place.segmentId() == segment;
        });
    }

    @PutMapping("/{id}")
    SegmentOverrideView put(
            CommandContext context,
            @PathVariable int environmentId,
            @PathVariable int featureId,
            @PathVariable UUID uuid,
            @PathVariable int id,
            Form form) {
        return patch(context, environmentId, featureId, uuid, id, form);
    }

    @PatchMapping("/{id}")
    SegmentOverrideView patch(
            CommandContext context,
            @PathVariable int environmentId,
            @PathVariable int featureId,
            @PathVariable UUID uuid,
            @PathVariable int id,
            Form form) {
        var draft = new Address(context, environmentId, featureId, uuid);
        var access = open(draft);
        send(draft, access, versions.change(form, access, state(access, uuid, state -> state.id() == id)));
        return view(VersionAccess.open(context, environmentId, featureId), uuid, state -> state.id() == id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            CommandContext context,
            @PathVariable int environmentId,
            @PathVariable int featureId,
            @PathVariable UUID uuid,
            @PathVariable int id) {
        var draft = new Address(context, environmentId, featureId, uuid);
        var access = open(draft);
        var place = state(access, uuid, state -> state.id() == id).segment();
        if (place == null) {
            throw InvalidInput.detail(VersionTexts.DEFAULT_STAYS);
        }
        var removal = new OverrideChanges(List.of(), List.of(place.segmentId()), Map.of());
        send(draft, access, new VersionChanges(null, removal));
    }

    private AccessibleFlag open(Address draft) {
        var access = VersionAccess.open(draft.context(), draft.environmentId(), draft.featureId());
        VersionAccess.requireDraft(access.version(draft.uuid()), Cause.PUBLISHED);
        return access;
    }

    private void send(Address draft, AccessibleFlag access, VersionChanges changes) {
        draft.context().send(new EditDraft(access.flag().id(), draft.uuid(), changes, VersionAccess.names(access)));
    }

    private static SegmentOverrideView view(AccessibleFlag access, UUID uuid, Predicate<FlagState> predicate) {
        return SegmentOverrideView.of(state(access, uuid, predicate), access.version(uuid));
    }

    private static FlagState state(AccessibleFlag access, UUID uuid, Predicate<FlagState> predicate) {
        return found(
                access.states(access.version(uuid)).stream().filter(predicate).findAny(), "FeatureState");
    }
}
