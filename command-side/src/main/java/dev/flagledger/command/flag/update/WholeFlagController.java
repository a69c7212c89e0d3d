package dev.flagledger.command.flag.update;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.permission.AccessibleFlag;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Permission;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.error.text.access.AccessTexts;
import dev.flagledger.contract.error.text.project.FlagTexts;
import dev.flagledger.contract.form.ParsedBody;
import dev.flagledger.contract.view.flag.WholeFlagView;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that change a flag as a whole: its default and its segment overrides. */
@RestController
@RequestMapping("/api/__future__/environments/{apiKey}/features/{featureId}")
class WholeFlagController {

    private final WholeFlagChange changes;

    WholeFlagController(WholeFlagChange changes) {
        this.changes = changes;
    }

    @PatchMapping
    WholeFlagView patch(
            CommandContext context, @PathVariable String apiKey, @PathVariable int featureId, ParsedBody sent) {
        return update(context, apiKey, featureId, sent, false);
    }

    @PutMapping
    WholeFlagView put(
            CommandContext context, @PathVariable String apiKey, @PathVariable int featureId, ParsedBody sent) {
        return update(context, apiKey, featureId, sent, true);
    }

    @DeleteMapping("/segment-overrides/{segmentId}")
    WholeFlagView delete(
            CommandContext context,
            @PathVariable String apiKey,
            @PathVariable int featureId,
            @PathVariable int segmentId) {
        var access = context.access();
        var flag = open(access, apiKey, featureId);
        require(access, flag, Permission.MANAGE_SEGMENT_OVERRIDES);
        if (!flag.flag().segments().containsKey(segmentId)) {
            throw Refusal.detail(HttpStatus.NOT_FOUND, FlagTexts.NO_OVERRIDE);
        }
        return send(context, apiKey, featureId, FlagUpdates.removal(flag.environment(), flag.flag(), segmentId));
    }

    private WholeFlagView update(CommandContext context, String apiKey, int featureId, ParsedBody sent, boolean whole) {
        var access = context.access();
        var flag = open(access, apiKey, featureId);
        if (!sent.isForm()) {
            throw InvalidInput.list(FieldTexts.EXPECTED_OBJECT);
        }
        var requested = FlagForm.read(sent.form(), flag, whole);
        if (requested.environmentDefault().isPresent()) {
            require(access, flag, Permission.UPDATE_FEATURE_STATE);
        }
        if (requested.overrides().isPresent()) {
            require(access, flag, Permission.MANAGE_SEGMENT_OVERRIDES);
        }
        return changes.of(flag, requested, whole)
                .map(command -> send(context, apiKey, featureId, command))
                .orElseGet(() -> WholeFlagView.of(flag.flag()));
    }

    /** The flag, for callers that may change some of it; refused where changes require approval. */
    private static AccessibleFlag open(AccessContext access, String apiKey, int featureId) {
        var flag = AccessibleFlag.of(
                        access, apiKey, featureId, Permission.UPDATE_FEATURE_STATE, Permission.MANAGE_SEGMENT_OVERRIDES)
                .orElseThrow(() -> Refusal.detail(HttpStatus.NOT_FOUND, AccessTexts.NOT_FOUND));
        FlagUpdates.requireUnapproved(flag.environment());
        return flag;
    }

    private static void require(AccessContext access, AccessibleFlag flag, Permission permission) {
        access.require(permission, flag.scope());
    }

    private static WholeFlagView send(CommandContext context, String apiKey, int featureId, LedgerCommand command) {
        context.send(command);
        return WholeFlagView.of(open(context.access(), apiKey, featureId).flag());
    }
}
