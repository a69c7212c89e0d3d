/** The metadata of both sides. */
@NullMarked
package dev.flagledger.access.saml.metadata;

import org.jspecify.annotations.NullMarked;
