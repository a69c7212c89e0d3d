package dev.flagledger.access.saml;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of SAML logins.
 *
 * @param url the address under which browsers reach this server, without path; {@code FLAGLEDGER_SAML_URL}. Null to take it from
 *     each request
 */
@ConfigurationProperties("flagledger.saml")
record SamlSettings(@Nullable String url) {}
