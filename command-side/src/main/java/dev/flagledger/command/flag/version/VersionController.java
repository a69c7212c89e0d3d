package dev.flagledger.command.flag.version;

import dev.flagledger.access.permission.AccessibleFlag;
import dev.flagledger.api.Rejection.Unfit.Cause;
import dev.flagledger.api.version.VersionCommand.DiscardDraft;
import dev.flagledger.api.version.VersionCommand.DraftVersion;
import dev.flagledger.api.version.VersionCommand.PublishChanges;
import dev.flagledger.api.version.VersionCommand.PublishDraft;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.flag.segment.OverrideRules;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.project.VersionTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.flag.VersionView;
import dev.flagledger.engine.state.flag.Version;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that draft, publish and discard versions. */
@RestController
@RequestMapping("/api/v1/environments/{environmentId}/features/{featureId}/versions")
class VersionController {

    private final VersionForm versions;

    VersionController(VersionForm versions) {
        this.versions = versions;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    VersionView post(CommandContext context, @PathVariable int environmentId, @PathVariable int featureId, Form form) {
        var access = VersionAccess.open(context, environmentId, featureId);
        if (access.environment().versioning() == null) {
            throw InvalidInput.fields(Map.of("environment", VersionTexts.V2_REQUIRED));
        }
        var description = form.textOrNull("description", Integer.MAX_VALUE, null);
        boolean publish = form.bool("publish_immediately", false);
        versions.requireNow(form);
        var changes = versions.changes(form, access);
        var flag = access.flag().id();
        var uuid = UUID.randomUUID();
        var names = VersionAccess.names(access);
        context.send(
                publish
                        ? new PublishChanges(flag, uuid, description, changes, names)
                        : new DraftVersion(flag, uuid, description, changes, names));
        return VersionView.of(
                VersionAccess.open(context, environmentId, featureId).version(uuid));
    }

    @PostMapping("/{uuid}/publish")
    Published publish(
            CommandContext context,
            @PathVariable int environmentId,
            @PathVariable int featureId,
            @PathVariable UUID uuid,
            Form form) {
        var access = VersionAccess.open(context, environmentId, featureId);
        var version = access.version(uuid);
        versions.requireNow(form);
        form.validate();
        if (!version.isPublished()) {
            OverrideRules.requireRoom(access.environment(), newOverrides(access, version));
            context.send(new PublishDraft(access.flag().id(), uuid, VersionAccess.names(access)));
        }
        var current = VersionView.of(
                VersionAccess.open(context, environmentId, featureId).version(uuid));
        return new Published(current.liveFrom());
    }

    private static int newOverrides(AccessibleFlag access, Version draft) {
        var placed = access.flag().segments();
        return Math.toIntExact(access.states(draft).stream()
                .flatMap(state -> Stream.ofNullable(state.segment()))
                .filter(place -> !placed.containsKey(place.segmentId()))
                .count());
    }

    /** The answer to a publication. */
    record Published(@Nullable String liveFrom) {}

    @DeleteMapping("/{uuid}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            CommandContext context,
            @PathVariable int environmentId,
            @PathVariable int featureId,
            @PathVariable UUID uuid) {
        var access = VersionAccess.open(context, environmentId, featureId);
        VersionAccess.requireDraft(access.version(uuid), Cause.LIVE);
        context.send(new DiscardDraft(access.flag().id(), uuid));
    }
}
