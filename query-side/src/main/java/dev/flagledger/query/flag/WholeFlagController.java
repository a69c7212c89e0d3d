package dev.flagledger.query.flag;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.permission.AccessibleFlag;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.access.AccessTexts;
import dev.flagledger.contract.view.flag.WholeFlagView;
import dev.flagledger.query.past.TimeTravels;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads a flag with its segment overrides. */
@RestController
class WholeFlagController {

    @TimeTravels
    @GetMapping("/api/__future__/environments/{apiKey}/features/{featureId}")
    WholeFlagView retrieve(AccessContext access, @PathVariable String apiKey, @PathVariable int featureId) {
        return AccessibleFlag.of(
                        access,
                        apiKey,
                        featureId,
                        Permission.VIEW_ENVIRONMENT,
                        Permission.UPDATE_FEATURE_STATE,
                        Permission.MANAGE_SEGMENT_OVERRIDES)
                .map(flag -> WholeFlagView.of(flag.flag()))
                .orElseThrow(() -> Refusal.detail(HttpStatus.NOT_FOUND, AccessTexts.NOT_FOUND));
    }
}
