package dev.flagledger.query.scim;

import com.unboundid.scim2.common.exceptions.ResourceNotFoundException;
import com.unboundid.scim2.common.exceptions.ScimException;
import dev.flagledger.access.address.OwnAddress;
import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.contract.error.text.access.ScimTexts;
import dev.flagledger.contract.scim.ScimAddress;
import dev.flagledger.contract.scim.ScimAnswer;
import dev.flagledger.contract.scim.ScimEndpoint;
import dev.flagledger.contract.scim.ScimGroup;
import dev.flagledger.contract.scim.ScimQuery;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads groups for the directory of an organisation. */
@RestController
@ScimEndpoint
@RequestMapping("/api/v1/scim/v2/Groups")
class ScimGroupController {

    private final OwnAddress address;

    ScimGroupController(OwnAddress address) {
        this.address = address;
    }

    private static final String MEMBERS = "members";

    /** Whoever does not want the members does not filter by them either. */
    @GetMapping
    ResponseEntity<byte[]> list(AccessContext access, HttpServletRequest request) throws ScimException {
        var query = ScimQuery.of(request);
        var base = ScimAddress.below(address.of(request));
        var groups = ScimGroup.all(access.directed())
                .filter(group ->
                        query.mayFit("displayName", group.group().details().name())
                                && query.mayFit("externalId", group.externalId()))
                .toList();
        return ScimAnswer.of(
                query.page(groups, group -> group.resource(access.installation(), base, query.shows(MEMBERS))));
    }

    @GetMapping("/{scimId}")
    ResponseEntity<byte[]> retrieve(AccessContext access, @PathVariable String scimId, HttpServletRequest request)
            throws ScimException {
        var query = ScimQuery.of(request);
        var group = ScimGroup.find(access.directed(), scimId)
                .orElseThrow(() -> new ResourceNotFoundException(ScimTexts.NO_GROUP));
        return ScimAnswer.of(query.shown(
                group.resource(access.installation(), ScimAddress.below(address.of(request)), query.shows(MEMBERS))));
    }
}
