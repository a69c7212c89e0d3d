package dev.flagledger.query.audit.description.organisation;

import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.contract.view.audit.FieldChange;
import java.util.List;

/** The settings of an organisation that differ. */
final class OrganisationFields {

    private OrganisationFields() {}

    static List<FieldChange> changes(OrganisationSettings old, OrganisationSettings now) {
        return FieldChange.differing(
                new FieldChange("name", old.name(), now.name()),
                new FieldChange(
                        "webhook_notification_email", old.webhookNotificationEmail(), now.webhookNotificationEmail()),
                new FieldChange("force_2fa", old.forceTwoFactor(), now.forceTwoFactor()),
                new FieldChange(
                        "restrict_project_create_to_admin",
                        old.restrictProjectCreateToAdmin(),
                        now.restrictProjectCreateToAdmin()));
    }
}
