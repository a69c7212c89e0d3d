package dev.flagledger.query.scim;

import com.unboundid.scim2.common.ScimResource;
import com.unboundid.scim2.common.exceptions.ResourceNotFoundException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.messages.ListResponse;
import dev.flagledger.access.address.OwnAddress;
import dev.flagledger.contract.error.text.access.AccessTexts;
import dev.flagledger.contract.scim.ScimAddress;
import dev.flagledger.contract.scim.ScimAnswer;
import dev.flagledger.contract.scim.ScimDiscovery;
import dev.flagledger.contract.scim.ScimEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells directories what this server supports. */
@RestController
@ScimEndpoint
@RequestMapping("/api/v1/scim/v2")
class ScimDiscoveryController {

    private final OwnAddress address;

    ScimDiscoveryController(OwnAddress address) {
        this.address = address;
    }

    @GetMapping("/ServiceProviderConfig")
    ResponseEntity<byte[]> configuration(HttpServletRequest request) {
        return ScimAnswer.of(ScimDiscovery.configuration(ScimAddress.below(address.of(request))));
    }

    @GetMapping("/ResourceTypes")
    ResponseEntity<byte[]> resourceTypes(HttpServletRequest request) {
        return ScimAnswer.of(new ListResponse<>(ScimDiscovery.resourceTypes(ScimAddress.below(address.of(request)))));
    }

    @GetMapping("/ResourceTypes/{scimId}")
    ResponseEntity<byte[]> resourceType(@PathVariable String scimId, HttpServletRequest request) throws ScimException {
        return one(ScimDiscovery.resourceTypes(ScimAddress.below(address.of(request))), scimId);
    }

    @GetMapping("/Schemas")
    ResponseEntity<byte[]> schemas(HttpServletRequest request) {
        return ScimAnswer.of(new ListResponse<>(ScimDiscovery.schemas(ScimAddress.below(address.of(request)))));
    }

    @GetMapping("/Schemas/{scimId}")
    ResponseEntity<byte[]> schema(@PathVariable String scimId, HttpServletRequest request) throws ScimException {
        return one(ScimDiscovery.schemas(ScimAddress.below(address.of(request))), scimId);
    }

    private static ResponseEntity<byte[]> one(List<? extends ScimResource> all, String id) throws ScimException {
        return ScimAnswer.of(all.stream()
                .filter(known -> id.equals(known.getId()))
                .findAny()
                .orElseThrow(() -> new ResourceNotFoundException(AccessTexts.NOT_FOUND)));
    }
}
