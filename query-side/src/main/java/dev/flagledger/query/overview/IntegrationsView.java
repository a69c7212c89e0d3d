package dev.flagledger.query.overview;

import dev.flagledger.engine.state.organisation.Organisation;

/**
 * How many integrations of one type an organisation has.
 *
 * @param scope what each of them belongs to
 */
record IntegrationsView(int organisationId, String organisationName, String integrationType, String scope, int count) {

    static IntegrationsView webhooks(Organisation organisation, int count) {
        return new IntegrationsView(organisation.id(), organisation.settings().name(), "webhook", "environment", count);
    }
}
