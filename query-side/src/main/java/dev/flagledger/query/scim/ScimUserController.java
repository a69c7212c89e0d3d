package dev.flagledger.query.scim;

import com.unboundid.scim2.common.exceptions.ResourceNotFoundException;
import com.unboundid.scim2.common.exceptions.ScimException;
import dev.flagledger.access.address.OwnAddress;
import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.contract.error.text.access.ScimTexts;
import dev.flagledger.contract.scim.ScimAddress;
import dev.flagledger.contract.scim.ScimAnswer;
import dev.flagledger.contract.scim.ScimEndpoint;
import dev.flagledger.contract.scim.ScimQuery;
import dev.flagledger.contract.scim.ScimUser;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads users for the directory of an organisation. */
@RestController
@ScimEndpoint
@RequestMapping("/api/v1/scim/v2/Users")
class ScimUserController {

    private final OwnAddress address;

    ScimUserController(OwnAddress address) {
        this.address = address;
    }

    @GetMapping
    ResponseEntity<byte[]> list(AccessContext access, HttpServletRequest request) throws ScimException {
        var organisation = access.directed();
        var query = ScimQuery.of(request);
        var base = ScimAddress.below(address.of(request));
        var users = ScimUser.all(access.installation(), organisation)
                .filter(user -> query.mayFit("userName", user.userName())
                        && query.mayFit("externalId", user.externalId())
                        && query.mayFit("id", user.id()))
                .toList();
        return ScimAnswer.of(query.page(users, user -> user.resource(base)));
    }

    @GetMapping("/{scimId}")
    ResponseEntity<byte[]> retrieve(AccessContext access, @PathVariable String scimId, HttpServletRequest request)
            throws ScimException {
        var user = ScimUser.find(access.installation(), access.directed(), scimId)
                .orElseThrow(() -> new ResourceNotFoundException(ScimTexts.NO_USER));
        return ScimAnswer.of(ScimQuery.of(request).shown(user.resource(ScimAddress.below(address.of(request)))));
    }
}
