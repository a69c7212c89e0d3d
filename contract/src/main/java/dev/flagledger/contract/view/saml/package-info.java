/** Logins by SAML in the admin API. */
@NullMarked
package dev.flagledger.contract.view.saml;

import org.jspecify.annotations.NullMarked;
