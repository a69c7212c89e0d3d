package dev.flagledger.query.organisation;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.view.organisation.RetentionView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads what becomes of an organisation's old events. */
@RestController
class RetentionController {

    @GetMapping("/api/v1/organisations/{id}/retention")
    RetentionView retrieve(AccessContext access, @PathVariable int id) {
        return RetentionView.of(
                access.organisation(id, Permission.ORGANISATION_ADMIN).retention());
    }
}
