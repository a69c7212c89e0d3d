package dev.flagledger.command.scim;

import com.unboundid.scim2.common.exceptions.ResourceNotFoundException;
import com.unboundid.scim2.common.exceptions.ScimException;
import dev.flagledger.access.address.OwnAddress;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.error.text.access.ScimTexts;
import dev.flagledger.contract.scim.ScimAddress;
import dev.flagledger.contract.scim.ScimAnswer;
import dev.flagledger.contract.scim.ScimBodies;
import dev.flagledger.contract.scim.ScimEndpoint;
import dev.flagledger.contract.scim.ScimPatch;
import dev.flagledger.contract.scim.ScimUser;
import dev.flagledger.contract.scim.UserForm;
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

/** Endpoints by which a directory provisions the people of its organisation. */
@RestController
@ScimEndpoint
@RequestMapping("/api/v1/scim/v2/Users")
class ScimUserController {

    private final ScimBodies bodies;
    private final Directories directories;
    private final NewPeople newcomers;
    private final Memberships memberships;
    private final OwnAddress address;

    ScimUserController(
            ScimBodies bodies,
            Directories directories,
            NewPeople newcomers,
            Memberships memberships,
            OwnAddress address) {
        this.bodies = bodies;
        this.directories = directories;
        this.newcomers = newcomers;
        this.memberships = memberships;
        this.address = address;
    }

    @PostMapping
    ResponseEntity<byte[]> create(CommandContext context, HttpServletRequest request)
            throws IOException, ScimException {
        directories.admit(context);
        var user = newcomers.provision(context, UserForm.of(bodies.resource(request), true));
        var base = ScimAddress.below(address.of(request));
        return ScimAnswer.created(user.location(base), user.resource(base));
    }

    @PutMapping("/{scimId}")
    ResponseEntity<byte[]> replace(CommandContext context, @PathVariable String scimId, HttpServletRequest request)
            throws IOException, ScimException {
        directories.admit(context);
        var user = user(context, scimId);
        var sent = UserForm.of(bodies.resource(request), user.isActive());
        return ScimAnswer.of(memberships.change(context, user, sent).resource(ScimAddress.below(address.of(request))));
    }

    @PatchMapping("/{scimId}")
    ResponseEntity<byte[]> change(CommandContext context, @PathVariable String scimId, HttpServletRequest request)
            throws IOException, ScimException {
        directories.admit(context);
        var user = user(context, scimId);
        var base = ScimAddress.below(address.of(request));
        var changed = user.resource(base);
        ScimPatch.apply(bodies.patch(request), changed, ScimUser.KEPT);
        var sent = UserForm.of(changed, user.isActive());
        return ScimAnswer.of(memberships.change(context, user, sent).resource(base));
    }

    @DeleteMapping("/{scimId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CommandContext context, @PathVariable String scimId) throws ScimException {
        directories.admit(context);
        memberships.end(context, user(context, scimId));
    }

    private static ScimUser user(CommandContext context, String id) throws ScimException {
        return ScimUser.find(context.installation(), context.access().directed(), id)
                .orElseThrow(() -> new ResourceNotFoundException(ScimTexts.NO_USER));
    }
}
