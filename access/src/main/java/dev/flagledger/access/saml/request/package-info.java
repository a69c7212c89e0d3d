/** Requests to identity providers. */
@NullMarked
package dev.flagledger.access.saml.request;

import org.jspecify.annotations.NullMarked;
