package dev.flagledger.command.scim;

import com.unboundid.scim2.common.exceptions.ResourceNotFoundException;
import com.unboundid.scim2.common.exceptions.ScimException;
import dev.flagledger.access.address.OwnAddress;
import dev.flagledger.api.group.GroupCommand.DeleteGroup;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.error.text.access.ScimTexts;
import dev.flagledger.contract.scim.GroupForm;
import dev.flagledger.contract.scim.ScimAddress;
import dev.flagledger.contract.scim.ScimAnswer;
import dev.flagledger.contract.scim.ScimBodies;
import dev.flagledger.contract.scim.ScimEndpoint;
import dev.flagledger.contract.scim.ScimGroup;
import dev.flagledger.contract.scim.ScimPatch;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints by which a directory provisions the groups of its organisation. */
@RestController
@ScimEndpoint
@RequestMapping("/api/v1/scim/v2/Groups")
class ScimGroupController {

    private final ScimBodies bodies;
    private final Directories directories;
    private final ProvisionedGroups groups;
    private final OwnAddress address;

    ScimGroupController(ScimBodies bodies, Directories directories, ProvisionedGroups groups, OwnAddress address) {
        this.bodies = bodies;
        this.directories = directories;
        this.groups = groups;
        this.address = address;
    }

    @PostMapping
    ResponseEntity<byte[]> create(CommandContext context, HttpServletRequest request)
            throws IOException, ScimException {
        directories.admit(context);
        var group = groups.provision(context, GroupForm.of(bodies.resource(request)));
        var base = ScimAddress.below(address.of(request));
        return ScimAnswer.created(group.location(base), group.resource(context.installation(), base, true));
    }

    @PutMapping("/{scimId}")
    ResponseEntity<byte[]> replace(CommandContext context, @PathVariable String scimId, HttpServletRequest request)
            throws IOException, ScimException {
        directories.admit(context);
        var group = group(context, scimId);
        var sent = GroupForm.of(bodies.resource(request));
        return shown(context, groups.change(context, group, sent), request);
    }

    @PatchMapping("/{scimId}")
    ResponseEntity<byte[]> change(CommandContext context, @PathVariable String scimId, HttpServletRequest request)
            throws IOException, ScimException {
        directories.admit(context);
        var group = group(context, scimId);
        var changed = group.resource(context.installation(), ScimAddress.below(address.of(request)), true);
        ScimPatch.apply(bodies.patch(request), changed, ScimGroup.KEPT);
        return shown(context, groups.change(context, group, GroupForm.ofAll(changed)), request);
    }

    @DeleteMapping("/{scimId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CommandContext context, @PathVariable String scimId) throws ScimException {
        directories.admit(context);
        var group = group(context, scimId);
        context.send(new DeleteGroup(group.organisation().id(), group.group().id()));
    }

    private ResponseEntity<byte[]> shown(CommandContext context, ScimGroup group, HttpServletRequest request) {
        return ScimAnswer.of(group.resource(context.installation(), ScimAddress.below(address.of(request)), true));
    }

    private static ScimGroup group(CommandContext context, String id) throws ScimException {
        return ScimGroup.find(context.access().directed(), id)
                .orElseThrow(() -> new ResourceNotFoundException(ScimTexts.NO_GROUP));
    }
}
